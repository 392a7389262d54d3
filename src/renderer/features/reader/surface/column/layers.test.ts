import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layBlock } from './layers.ts';
import { highlight } from '../test-text.ts';

const block = { start: 0, end: 60 };
const highlights = fc
  .array(fc.tuple(fc.nat(58), fc.integer({ min: 1, max: 30 })), { maxLength: 12 })
  .map((all) => all.map(([start, size], number) => highlight(number, [start, start + size])));

test('highlights over the same words have different levels', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      for (const { layers } of layBlock(block, all)) {
        expect(new Set(layers.map(({ level }) => level)).size).toBe(layers.length);
      }
    }),
  );
});

test('a highlight keeps its level over all its pieces', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const layers = layBlock(block, all).flatMap((piece) => piece.layers);
      for (const { id } of all) {
        const levels = layers.filter((layer) => layer.id === id).map(({ level }) => level);
        expect(new Set(levels).size).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('levels are no higher than need be, and a highlight begins once', () => {
  const pieces = layBlock(block, [
    highlight(1, [0, 10]),
    highlight(2, [5, 20]),
    highlight(3, [12, 30]),
  ]);
  const levels = pieces.flatMap(({ layers }) => layers.map(({ level }) => level));
  expect(Math.max(...levels)).toBe(1);
  const beginnings = pieces.flatMap(({ layers }) => layers.filter(({ begins }) => begins));
  expect(beginnings).toHaveLength(3);
});
