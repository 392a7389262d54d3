import { describe, expect, it } from 'vitest';
import { edtfBounds } from '../core/edtf.ts';
import { firstMoment } from './moments.ts';

describe('firstMoment', () => {
  it.each([
    '2026',
    '2026-03',
    '2026-03-14',
    '2026-03~',
    '2026-03-14?',
    '2026%',
    '1969-12-31',
    '2024-02-29',
  ])('takes the short way to the same moment: %s', (date) => {
    expect(firstMoment(date)).toBe(edtfBounds(date).from);
    expect(firstMoment(date)).not.toBe(null);
  });

  it.each([
    '2026-03-14T21:40Z',
    '2026-03-01/2026-03-05',
    '2026-03-10/..',
    '../2026-03-10',
    '2026-21',
    'soon',
  ])('leaves the rest to EDTF: %s', (date) => {
    expect(firstMoment(date)).toBe(edtfBounds(date).from);
  });

  it('answers the same the second time', () => {
    expect(firstMoment('2026-05')).toBe(firstMoment('2026-05'));
  });
});
