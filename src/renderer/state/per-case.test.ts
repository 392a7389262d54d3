import { beforeEach, expect, test } from 'vitest';
import { createPerCase, untilCaseGoes } from './per-case.ts';
import { caseReplica } from './replica.ts';
import { aSnapshot } from './testing/shown-case.ts';

beforeEach(() => {
  caseReplica.replace(aSnapshot());
});

const past = { seq: 1, at: '2026-03-15T12:00:00.000Z' };

test('a store begins anew when its case is closed or gives way to another, not when it is shown as of another moment', () => {
  const store = createPerCase<{ task: string; subject?: string }>({ task: 'none' });
  expect(store.getState()).toEqual({ task: 'none' });
  store.setState({ task: 'rename' });
  caseReplica.replace(aSnapshot([], { past }));
  expect(store.getState()).toEqual({ task: 'rename' });
  caseReplica.replace(null);
  expect(store.getState()).toEqual({ task: 'none' });
  caseReplica.replace(aSnapshot());
  store.setState({ task: 'merge', subject: 'Reuters' });
  caseReplica.replace(aSnapshot([], { path: '/b.assay' }));
  expect(store.getState()).toEqual({ task: 'none' });
});

test('what was begun for a case can tell whether it is still open', () => {
  const isOpen = untilCaseGoes();
  caseReplica.replace(aSnapshot([], { past }));
  expect(isOpen()).toBe(true);
  caseReplica.replace(aSnapshot([], { path: '/b.assay' }));
  expect(isOpen()).toBe(false);
  caseReplica.replace(null);
  expect([isOpen(), untilCaseGoes()()]).toEqual([false, false]);
});
