import fc from 'fast-check';
import parseEdtf from 'edtf';
import { describe, expect, it, test } from 'vitest';
import { EdtfDate, edtfBounds, isEdtf } from './edtf.ts';

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

  // Each is nearly a day or a moment as most dates are written.
  it.each([
    ...['12026-03-01', '26-03-01', '-2026-03-01', 'y2026-03-01', 'year-03-01', '2-03-01'],
    ...['2026-3-01', '2026-00-01', '2026-03-1x', '2026-03-2x', '2026-03-29x', '2026-03-01 '],
    ...['2026-02-29', '2024-02-29', '2026-02-30', '2026-04-31', '2026-12-31', '2026-13-31'],
    ...['2026-03-01T', '2026-03-01T1x:00', '2026-03-01T24:00', '2026-03-01T10:0x', '2026-03-01T10'],
    ...['2026-03-01T10:60', '2026-03-01T10:00:00:00', '2026-03-01T10:00:0x', '2026-03-01T10:00Z'],
  ])('reads %s as the parser of EDTF does', (date) => {
    expect({ isDate: isEdtf(date), ...edtfBounds(date) }).toEqual(byParser(date));
  });

  it('reads a date that it has read before as it did then', () => {
    for (const date of ['2026-03~', '2026-03-01/..', '../2026', 'yesterday', '2026-13']) {
      const first = { isDate: isEdtf(date), ...edtfBounds(date) };
      expect(first).toEqual(byParser(date));
      expect({ isDate: isEdtf(date), ...edtfBounds(date) }).toEqual(first);
    }
  });
});

test('a date that EDTF does not know is refused in words', () => {
  expect(EdtfDate.parse('2026-03~')).toBe('2026-03~');
  expect(EdtfDate.safeParse('spring').error?.issues).toMatchObject([
    { message: 'not a date that EDTF knows' },
  ]);
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
