import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockIndexAt } from './blocks.ts';
import { beginningIn, stretchesOf } from './stretches.ts';
import { textOf } from './test-text.ts';

const content = textOf(['', 'one', 'two', '', 'three', 'four', 'five', ''].join('\n'));

test('an offset is in a stretch just where its block is among those drawn', () => {
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4]), fc.nat(content.text.length - 1), (drawn, offset) => {
      const holding = stretchesOf(content, drawn).filter(
        ({ start, end }) => start <= offset && offset < end,
      );
      expect(holding).toHaveLength(drawn.includes(blockIndexAt(content.blocks, offset)) ? 1 : 0);
    }),
  );
});

test('neighbours are one stretch', () => {
  expect(stretchesOf(content, [0, 1, 3])).toEqual([
    { start: 0, end: 10 },
    { start: 16, end: 21 },
  ]);
  expect(stretchesOf(content, [4])).toEqual([{ start: 21, end: 26 }]);
});

test('what begins in stretches is found among many, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.subarray([0, 1, 2, 3, 4]), (starts, drawn) => {
      const ordered = [...starts].sort((a, b) => a - b).map((start) => ({ start }));
      const stretches = stretchesOf(content, drawn);
      expect(beginningIn(stretches, ordered)).toEqual(
        ordered.filter(({ start: at }) =>
          stretches.some(({ start, end }) => start <= at && at < end),
        ),
      );
    }),
  );
});
