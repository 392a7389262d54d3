import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layCards } from './card-layout.ts';

const gap = 8;
const cards = fc
  .array(
    fc.record({
      wanted: fc.integer({ min: 0, max: 3000 }),
      height: fc.integer({ min: 20, max: 120 }),
    }),
    {
      maxLength: 25,
    },
  )
  .map((all) => [...all].sort((a, b) => a.wanted - b.wanted));

test('no card overlaps the next', () => {
  fc.assert(
    fc.property(cards, fc.option(fc.nat(24), { nil: undefined }), (all, pinned) => {
      const tops = layCards(all, { gap, pinned });
      all.slice(1).forEach((_, index) => {
        const room = (tops[index + 1] ?? 0) - (tops[index] ?? 0);
        expect(room).toBeGreaterThanOrEqual((all[index]?.height ?? 0) + gap - 1e-6);
      });
    }),
  );
});

test('the pinned card is exactly at its words', () => {
  fc.assert(
    fc.property(cards, fc.nat(24), (all, pinned) => {
      const tops = layCards(all, { gap, pinned });
      expect(tops).toHaveLength(all.length);
      expect(tops[pinned]).toBe(all[pinned]?.wanted);
    }),
  );
});

test('cards with room enough stay where they want to be', () => {
  const all = [0, 100, 500].map((wanted) => ({ wanted, height: 80 }));
  expect(layCards(all, { gap })).toEqual([0, 100, 500]);
});

test('a crowd spreads evenly to both sides of its words', () => {
  const all = [100, 100, 100].map((wanted) => ({ wanted, height: 40 }));
  expect(layCards(all, { gap: 0 })).toEqual([60, 100, 140]);
});

test('others make way for the pinned card', () => {
  const all = [100, 110, 120].map((wanted) => ({ wanted, height: 40 }));
  expect(layCards(all, { gap: 0, pinned: 1 })).toEqual([70, 110, 150]);
});
