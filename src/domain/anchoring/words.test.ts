import { expect, test } from 'vitest';
import { exactWords, wordsOnOneLine } from './words.ts';

const spans = [{ exact: 'It  burned\n\tdown' }, { exact: 'at night' }];

test('a gap stands between the spans of a highlight, and each is quoted as it is', () => {
  expect(exactWords({ spans })).toBe('It  burned\n\tdown … at night');
  expect(exactWords({ spans: spans.slice(1) })).toBe('at night');
});

test('on one line every run of white space is one space', () => {
  expect(wordsOnOneLine({ spans })).toBe('It burned down … at night');
});
