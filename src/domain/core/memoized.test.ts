import { expect, test } from 'vitest';
import { memoized } from './memoized.ts';

test('what was asked before is answered as it was then, without being worked out again', () => {
  const asked: string[] = [];
  const lengthOf = memoized((text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  }, 2);
  expect(['ab', '', 'ab', ''].map(lengthOf)).toEqual([2, undefined, 2, undefined]);
  expect(asked).toEqual(['ab', '']);
  // A third answer is one too many: the other two are worked out anew.
  expect(['c', 'c', 'ab', 'c', ''].map(lengthOf)).toEqual([1, 1, 2, 1, undefined]);
  expect(asked).toEqual(['ab', '', 'c', 'ab', '']);
});
