import { expect, test } from 'vitest';
import { listOf, namesIn, propertyOf, wordsIn } from './unknown-values.ts';

test.each([
  [{ a: 1 }, 'a', 1],
  [{ a: 1 }, 'b', undefined],
  [{ a: 1 }, 'toString', undefined],
  [JSON.parse('{"__proto__": 1}'), '__proto__', 1],
  [{}, '__proto__', undefined],
  ['word', 'length', undefined],
  [null, 'a', undefined],
  [undefined, 'a', undefined],
])('of %j the property %s is %j', (value, key, expected) => {
  expect(propertyOf(value, key)).toBe(expected);
});

test.each([
  ['word', ['word']],
  [7, ['7']],
  [Number.NaN, []],
  [Infinity, []],
  [true, []],
  [null, []],
  [{ name: 'word' }, []],
  [
    ['a', 1, null, ['b'], 'c'],
    ['a', '1', 'c'],
  ],
])('the words in %j are %j', (value, words) => {
  expect(wordsIn(value)).toEqual(words);
});

test.each([
  ['Ada', ['Ada']],
  [7, []],
  [{ name: 'Ada' }, ['Ada']],
  [{ name: ['Ada', 7] }, ['Ada', '7']],
  [{ title: 'Ada' }, []],
  [
    ['Ada', { name: 'Ben' }, null],
    ['Ada', 'Ben'],
  ],
])('the names in %j are %j', (value, names) => {
  expect(namesIn(value)).toEqual(names);
});

test('a list has a hundred entries at most, and what is none is one of itself', () => {
  expect(listOf('word')).toEqual(['word']);
  expect(listOf(Array.from({ length: 101 }, (_, index) => index))).toHaveLength(100);
});
