import { expect, test } from 'vitest';
import { currentFormat, migrations, upgradeRecord } from './registry.ts';

test('there is one step for each format before the current one, in order', () => {
  expect(migrations.map((step) => step.from)).toEqual(
    Array.from({ length: currentFormat - 1 }, (_, index) => index + 1),
  );
});

test('a record of the current format stays as it is', () => {
  const record = { type: 'tag' };
  expect(upgradeRecord(record, currentFormat)).toBe(record);
});

test('a record goes through the steps from its own format on, in order', () => {
  const steps = [1, 2, 3].map((from) => ({
    from,
    record: (path: unknown) => `${String(path)}${from}`,
  }));
  expect(upgradeRecord('', 2, steps)).toBe('23');
});
