import { expect, test } from 'vitest';
import { dateOf, momentOf } from './moment.ts';

test('a moment is shown in local time, with the month by its name', () => {
  const at = new Date(2026, 2, 10, 14, 5).toISOString();
  expect(momentOf(at)).toBe('10 Mar 2026, 14:05');
  expect(dateOf(at)).toBe('10 Mar 2026');
});
