import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedOrder } from './order.ts';

const rank = fc.integer({ min: -1, max: 5 });
const key = (length: number) =>
  fc.record({
    ranks: fc
      .array(rank, { minLength: length, maxLength: length })
      .map((ranks) => Int32Array.from(ranks)),
    desc: fc.boolean(),
  });

describe('sortedOrder', () => {
  it('sorts as a stable comparison by each key in turn would, with nothing last', () => {
    const cases = fc
      .integer({ min: 0, max: 40 })
      .chain((length) => fc.tuple(fc.constant(length), fc.array(key(length), { maxLength: 3 })));
    fc.assert(
      fc.property(cases, ([length, keys]) => {
        const expected = Array.from({ length }, (_, index) => index).sort((a, b) => {
          for (const { ranks, desc } of keys) {
            const [first, second] = [ranks[a] ?? -1, ranks[b] ?? -1];
            if (first === second) continue;
            if (first < 0 || second < 0) return first < 0 ? 1 : -1;
            return desc ? second - first : first - second;
          }
          return a - b;
        });
        expect([...sortedOrder(keys, length)]).toEqual(expected);
      }),
    );
  });

  it('keeps large tables exact', () => {
    const count = 200_000;
    const ranks = Int32Array.from({ length: count }, (_, index) => count - 1 - index);
    const order = sortedOrder([{ ranks, desc: false }], count);
    expect(order[0]).toBe(count - 1);
    expect(order[count - 1]).toBe(0);
    expect(new Set(order).size).toBe(count);
  });
});
