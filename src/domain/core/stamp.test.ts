import { expect, test } from 'vitest';
import { fixedId } from '../testing/fixed-ids.ts';
import { Stamp } from './stamp.ts';

const stamp = { at: '2026-03-15T12:00:00.000Z', by: fixedId('analyst', 1) };

test('a stamp is a moment to the millisecond in UTC, and an analyst', () => {
  expect(Stamp.parse(stamp)).toEqual(stamp);
});

test.each([
  ['to the second', { ...stamp, at: '2026-03-15T12:00:00Z' }],
  ['to the microsecond', { ...stamp, at: '2026-03-15T12:00:00.000000Z' }],
  ['in the time of a place', { ...stamp, at: '2026-03-15T12:00:00.000+01:00' }],
  ['by something else', { ...stamp, by: fixedId('source', 1) }],
  ['with more in it', { ...stamp, where: '' }],
])('a stamp %s is none', (_, other) => {
  expect(Stamp.safeParse(other).success).toBe(false);
});
