import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockIndexAt } from './blocks.ts';
import { blocksOf } from './test-text.ts';

const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });

test('an offset belongs to the last block that does not begin after it', () => {
  fc.assert(
    fc.property(lengths, fc.nat(1500), (all, offset) => {
      const blocks = blocksOf(all);
      const expected = blocks.findLastIndex(({ start }) => start <= offset);
      expect(blockIndexAt(blocks, offset)).toBe(Math.max(expected, 0));
    }),
  );
});

test('without blocks the index is 0', () => {
  expect(blockIndexAt([], 5)).toBe(0);
});
