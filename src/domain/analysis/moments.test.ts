import { expect, test } from 'vitest';
import { dateText, firstMoment } from './moments.ts';

test.each([
  ['2026', '2026-01-01T00:00Z'],
  ['2026-03~', '2026-03-01T00:00Z'],
  ['2026-03-14?', '2026-03-14T00:00Z'],
  ['1969-12-31', '1969-12-31T00:00Z'],
  ['2026-03-14T21:40Z', '2026-03-14T21:40Z'],
  ['2026-03-10/..', '2026-03-10T00:00Z'],
])('%s can mean %s at the earliest', (date, first) => {
  expect(firstMoment(date)).toBe(Date.parse(first));
});

test.each(['../2026-03-10', 'soon'])('%s has no first moment', (date) => {
  expect(firstMoment(date)).toBeNull();
});

test('a date is written as people do, and none as nothing', () => {
  expect(dateText('2026-03-14')).toBe('14 March 2026');
  expect(dateText(null)).toBe('');
});
