import fc from 'fast-check';
import parseEdtf from 'edtf';
import { describe, expect, it } from 'vitest';
import { edtfBounds, isEdtf } from './edtf.ts';

const twoDigits = (most: number) =>
  fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));

const days = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), twoDigits(13), twoDigits(32))
  .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${month}-${day}`);

const moments = fc
  .tuple(days, twoDigits(25), twoDigits(61), fc.option(twoDigits(61), { nil: undefined }))
  .map(([day, hour, minute, second]) =>
    [`${day}T${hour}`, minute, ...(second === undefined ? [] : [second])].join(':'),
  );

describe('edtfBounds', () => {
  it('reads days and moments as the parser of EDTF does', () => {
    fc.assert(
      fc.property(fc.oneof(days, moments), (date) => {
        expect({ isDate: isEdtf(date), ...edtfBounds(date) }).toEqual(byParser(date));
      }),
      { numRuns: 300 },
    );
  });

  it('reads a date that it has read before as it did then', () => {
    for (const date of ['2026-03~', '2026-03-01/..', '../2026', 'yesterday', '2026-13']) {
      const first = { isDate: isEdtf(date), ...edtfBounds(date) };
      expect(first).toEqual(byParser(date));
      expect({ isDate: isEdtf(date), ...edtfBounds(date) }).toEqual(first);
    }
  });
});

function byParser(date: string): { isDate: boolean; from: number | null; until: number | null } {
  try {
    const { min, max } = parseEdtf(date);
    return { isDate: true, from: numberOf(min), until: numberOf(max) };
  } catch {
    return { isDate: false, from: null, until: null };
  }
}

function numberOf(bound: unknown): number | null {
  return typeof bound === 'number' && Number.isFinite(bound) ? bound : null;
}
