import { describe, expect, it } from 'vitest';
import { toEdtf } from './dates.ts';
import { toLanguageTag } from './metadata.ts';

describe('dates', () => {
  it.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    ['2026-03-12', '2026-03-12'],
    ['2026-03~', '2026-03~'],
    ['2026-03-01/2026-03-05', '2026-03-01/2026-03-05'],
    ['2026-03-12T14:00', '2026-03-12T14:00:00'],
    ['2026-03-12 14:00:05', '2026-03-12T14:00:05'],
    ['2026-03-12T14:00:00.123+0200', '2026-03-12T14:00:00+02:00'],
    ['2026-03-12T14:00:00+00:00', '2026-03-12T14:00:00Z'],
    ['2026/3/12', '2026-03-12'],
    ['20260312', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
    ['12 March 2026', '2026-03-12'],
    ['March 12, 2026', '2026-03-12'],
    ['Thu, 12 Mar 2026 14:00:00 GMT', '2026-03-12T14:00:00Z'],
    ['Thu, 12 Mar 2026 14:00:00 +0200', '2026-03-12T14:00:00+02:00'],
  ])('reads %s', (raw, expected) => {
    expect(toEdtf(raw)).toBe(expected);
  });

  it.each([
    '',
    '03/12/2026',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    '99999999-01-01',
    '1'.repeat(70),
    '31 Brumaire 2026',
    'XXXX',
  ])('does not read “%s”', (raw) => {
    expect(toEdtf(raw)).toBeNull();
  });
});

describe('languages', () => {
  it.each([
    ['ar', 'ar'],
    ['EN_us', 'en-US'],
    ['zh-hans-cn', 'zh-Hans-CN'],
  ])('reads %s', (raw, expected) => {
    expect(toLanguageTag(raw)).toBe(expected);
  });

  it.each(['', 'English', 'und', 'x', 'a-b-c-d', 'en-', 'e'.repeat(99)])(
    'does not read “%s”',
    (raw) => {
      expect(toLanguageTag(raw)).toBeNull();
    },
  );
});
