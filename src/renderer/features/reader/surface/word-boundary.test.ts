import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordAt, wordBoundary } from './word-boundary.ts';

test('the word at an offset is the one that it is in, in any script', () => {
  const words = ['Sources told', 'قالت مصادر', '北约从巴格达'].map((text) => {
    const { start, end } = wordAt(text, 1);
    return text.slice(start, end);
  });
  expect(words).toEqual(['Sources', 'قالت', '北约']);
});

test('boundaries are ends going forward and starts going back, over signs and line breaks', () => {
  const text = 'one, two\nthree';
  expect([0, 3, 8].map((at) => wordBoundary(text, at, 1))).toEqual([3, 8, 14]);
  expect([14, 9, 5].map((at) => wordBoundary(text, at, -1))).toEqual([9, 5, 0]);
});

test('a step always moves, and never out of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), (text, at) => {
      const from = Math.min(at, text.length);
      const forward = wordBoundary(text, from, 1);
      const back = wordBoundary(text, from, -1);
      expect(forward).toBeLessThanOrEqual(text.length);
      expect(back).toBeGreaterThanOrEqual(0);
      if (from < text.length) expect(forward).toBeGreaterThan(from);
      if (from > 0) expect(back).toBeLessThan(from);
    }),
  );
});
