import { expect, test } from 'vitest';
import { counted, namedOrCounted } from './counted.ts';

test.each([
  [0, '0 claims'],
  [1, '1 claim'],
  [2, '2 claims'],
])('%i of a thing is %j', (count, words) => {
  expect(counted(count, 'claim')).toBe(words);
});

test.each([
  [[], '0 sources'],
  [['Reuters'], '“Reuters”'],
  [['Reuters', 'AP'], '2 sources'],
])('%j is called %j', (names, words) => {
  expect(namedOrCounted(names, 'source', (name) => `“${name}”`)).toBe(words);
});
