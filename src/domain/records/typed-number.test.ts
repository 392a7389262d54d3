import { describe, expect, test } from 'vitest';
import { numbersMeant } from './typed-number.ts';

function names(typed: string): string[] {
  return numbersMeant(typed).map(({ name }) => name);
}

describe('a short number that was typed', () => {
  test.each(['C12', 'c12', 'C 12', 'c012', ' C  12 ', '#C12', 'No. c12', '№ C12', 'Ｃ１２'])(
    '%j means that of its letter',
    (typed) => {
      expect(numbersMeant(typed)).toEqual([{ type: 'claim', number: 12, name: 'C12' }]);
    },
  );

  test.each(['#7', '# 07', 'No. 7', 'no 7', 'NO.7', '№7'])(
    '%j means that of every type that has numbers',
    (typed) => {
      expect(names(typed).sort()).toEqual(['C7', 'S7']);
    },
  );

  test.each(['', 'C', '12', '2003', 'C0', 'X12', 'C12a', 'C 1 2', 'C12 port', 'No.', 'CC12'])(
    '%j is none',
    (typed) => {
      expect(names(typed)).toEqual([]);
    },
  );
});
