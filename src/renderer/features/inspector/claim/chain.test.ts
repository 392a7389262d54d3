import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import { hopInputs, moved } from './chain.ts';

describe('moving a hop', () => {
  it('puts it where it was asked to and keeps the order of the others', () => {
    const list = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (hops, a, b) => {
        const from = a % hops.length;
        const to = b % hops.length;
        const result = moved(hops, from, to);
        expect(result[to]).toBe(hops[from]);
        expect(result.filter((hop) => hop !== hops[from])).toEqual(
          hops.filter((_, index) => index !== from),
        );
      }),
    );
  });

  it('past an end changes nothing', () => {
    const hops = ['paper', 'official'];
    expect(moved(hops, 0, -1)).toBe(hops);
    expect(moved(hops, 1, 2)).toBe(hops);
  });
});

describe('a chain for the command', () => {
  it('names the words by their range', () => {
    const build = new CaseBuilder();
    const source = build.source('A NATO official');
    const document = build.document('A NATO official said so.');
    const hop = build.hop(source, 'anonymous', document, 'NATO official');
    expect(hopInputs([hop, { source, manner: 'inference', anchor: null }])).toEqual([
      { source, manner: 'anonymous', anchor: { start: 2, end: 15 } },
      { source, manner: 'inference', anchor: null },
    ]);
  });
});
