import { expect, test } from 'vitest';
import { fixedSteps, walk } from '../../../domain/testing/random-walk.ts';
import { recordTypes } from '../../../domain/records/registry.ts';
import { caseOf } from './whole-case.ts';

test('records are in the order in which they came into the case, in whatever order they are read', async () => {
  const { view } = walk(fixedSteps(200)).made;
  const records = [...view.records()];
  const orders = [records, records.toReversed(), [...records.slice(7), ...records.slice(0, 7)]];
  for (const order of orders) {
    const state = await caseOf(order);
    expect(state.size).toBe(records.length);
    for (const type of recordTypes) {
      const ids = [...state.all(type)].map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  }
});
