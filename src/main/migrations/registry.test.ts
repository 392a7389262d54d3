import { describe, expect, test } from 'vitest';
import { currentFormat, migrations, upgradeRecord } from './registry.ts';

const whole = { ordinalOf: () => 7, countOf: () => 7 };

test('there is one step for each format before the current one, in order', () => {
  expect(migrations.map((step) => step.from)).toEqual(
    Array.from({ length: currentFormat - 1 }, (_, index) => index + 1),
  );
});

test('a record of the current format stays as it is', () => {
  const record = { type: 'tag' };
  expect(upgradeRecord(record, currentFormat, whole)).toBe(record);
});

test('a record goes through the steps from its own format on, in order', () => {
  const steps = [1, 2, 3].map((from) => ({
    from,
    record: (path: unknown) => `${String(path)}${from}`,
  }));
  expect(upgradeRecord('', 2, whole, steps)).toBe('23');
});

describe('from format 3 to 4', () => {
  test.each(['claim', 'source'])('a %s gets the number of its turn in the case', (type) => {
    const record = { type, id: `${type}-1`, highlights: [], tags: [] };
    expect(upgradeRecord(record, 3, whole)).toEqual({ ...record, number: 7 });
  });

  test('what stands twice in a set stands there once', () => {
    const claim = { type: 'claim', id: 'claim-1', highlights: ['a', 'b', 'a'], tags: ['x', 'x'] };
    expect(upgradeRecord(claim, 3, whole)).toMatchObject({ highlights: ['a', 'b'], tags: ['x'] });
    const highlight = { type: 'highlight', tags: ['x', 'y', 'x'] };
    expect(upgradeRecord(highlight, 3, whole)).toEqual({ type: 'highlight', tags: ['x', 'y'] });
  });

  test.each([null, 'a text', { type: 'tag', name: 'A' }, { type: 'claim' }])(
    '%j stays as it is',
    (record) => {
      expect(upgradeRecord(record, 3, whole)).toEqual(record);
    },
  );
});
