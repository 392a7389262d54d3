import { expect, test } from 'vitest';
import { dateLabel } from './date-label.ts';

test.each([
  ['2026-03-10', '10 March 2026'],
  ['2026-03', 'March 2026'],
  ['2026', '2026'],
  ['2026-03-10T18:40', '10 March 2026, 18:40'],
  ['2026-03-10T18:40:12Z', '10 March 2026, 18:40 UTC'],
  ['2026-03-10T18:40:00+03:00', '10 March 2026, 18:40 UTC+03:00'],
  ['2026-03~', 'about March 2026'],
  ['2026-03-01?', '1 March 2026 (uncertain)'],
  ['2026%', 'about 2026 (uncertain)'],
  ['2026-03-01/2026-03-05', '1 March 2026 to 5 March 2026'],
  ['2026-03-10T18:40/2026-03-10T19:10', '10 March 2026, 18:40 to 10 March 2026, 19:10'],
  ['../2026-03', 'until March 2026'],
  ['2026-03/..', 'from March 2026'],
  ['/2026-03', 'until March 2026'],
  ['2026-03/', 'from March 2026'],
  ['2026-03-10T18:40:12.125', '10 March 2026, 18:40'],
  ['2026-03-10T18:40-0330', '10 March 2026, 18:40 UTC-0330'],
])('%s reads “%s”', (edtf, label) => {
  expect(dateLabel(edtf)).toBe(label);
});

test('every month has its name', () => {
  const labels = Array.from({ length: 12 }, (_, index) =>
    dateLabel(`2026-${String(index + 1).padStart(2, '0')}`),
  );
  expect(labels.map((label) => label.replace(' 2026', ''))).toEqual([
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ]);
});

test.each([
  ...['20XX', '2026-21', 'not a date', '', '2026-13-01', '2026/2027/2028'],
  ...['y2026-03', '2026-03-1', '2026-03x', '2026-03-10x', '..', '../..', '/', '../2026-21'],
  ...['2026-21/..', '2026-21/2026', '2026/2026-21', 'y2026-03-10T18:40', '2026-03-10T18:40x'],
  ...['2026-21-10T18:40', '2026-03-10T18:40:12.xyz', '2026-03-10T18:40+0x:00', '2026-03-10T8:40'],
])('what has no words stays as it is: “%s”', (edtf) => {
  expect(dateLabel(edtf)).toBe(edtf);
});
