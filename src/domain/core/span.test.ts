import { expect, test } from 'vitest';
import { Span, TextRange } from './span.ts';

const span = { start: 0, end: 4, exact: 'NATO', prefix: '', suffix: ' left' };

test('a span is a stretch with the words that stand there', () => {
  expect(Span.parse(span)).toEqual(span);
  expect(TextRange.parse({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
});

test.each([
  ['before the text', { ...span, start: -1, end: 3 }],
  ['that begins within a unit', { ...span, start: 0.5, end: 4.5 }],
  ['without words', { ...span, start: 4, end: 4, exact: '' }],
  ['with more in it', { ...span, document: 'x' }],
  ['without its surroundings', { ...span, prefix: undefined }],
])('a span %s is none', (_, other) => {
  expect(Span.safeParse(other).success).toBe(false);
});

test('a span of another length than its quote is refused in words', () => {
  for (const end of [3, 5])
    expect(Span.safeParse({ ...span, end }).error?.issues).toMatchObject([
      { message: 'a span is as long as its quote' },
    ]);
});

test('a range without a unit is refused in words', () => {
  for (const end of [5, 6])
    expect(TextRange.safeParse({ start: 6, end }).error?.issues).toMatchObject([
      { message: 'a range holds at least one unit' },
    ]);
  expect(TextRange.safeParse({ start: -1, end: 1 }).success).toBe(false);
  expect(TextRange.safeParse({ start: 0, end: 1, exact: 'N' }).success).toBe(false);
});
