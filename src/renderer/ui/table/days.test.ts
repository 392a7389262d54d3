import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayOf, endOfDay, startOfDay } from './days.ts';

// Clocks are changed here in March and November.
const zone = 'America/New_York';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the days of a column', () => {
  test('are those of its own clock', () => {
    vi.stubEnv('TZ', zone);
    const late = Date.parse('2026-03-02T01:30:00Z');
    expect(dayOf(late, 'utc')).toBe('2026-03-02');
    expect(dayOf(late, 'local')).toBe('2026-03-01');
    expect(startOfDay('2026-03-01', 'utc')).toBe(Date.parse('2026-03-01T00:00:00Z'));
    expect(startOfDay('2026-03-01', 'local')).toBe(Date.parse('2026-03-01T05:00:00Z'));
  });

  test('are as long as they are where clocks are changed', () => {
    vi.stubEnv('TZ', zone);
    expect(hours('2026-03-08', 'local')).toBe(23);
    expect(hours('2026-11-01', 'local')).toBe(25);
    expect(hours('2026-11-01', 'utc')).toBe(24);
  });

  test('hold every moment that is shown as one of them', () => {
    vi.stubEnv('TZ', zone);
    const moments = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.constantFrom('utc', 'local'), (date, days) => {
        const moment = date.getTime();
        const day = dayOf(moment, days);
        expect(startOfDay(day, days)).toBeLessThanOrEqual(moment);
        expect(endOfDay(day, days)).toBeGreaterThanOrEqual(moment);
      }),
    );
  });

  test('a day that is half typed is none', () => {
    expect(startOfDay('', 'local')).toBeNull();
    expect(endOfDay('2026-', 'utc')).toBeNull();
  });
});

function hours(day: string, days: 'utc' | 'local'): number {
  return ((endOfDay(day, days) ?? NaN) + 1 - (startOfDay(day, days) ?? NaN)) / 3_600_000;
}
