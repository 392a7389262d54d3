import { expect, test } from 'vitest';
import type { CaseHeader } from '../../contract/calls.ts';
import { CaseBuilder } from '../../domain/analysis/fixture.ts';
import { followChange, replaceHeader, replaceReplica, takeIn, useReplicaStore } from './replica.ts';

const header: CaseHeader = {
  ...{
    path: '/a.assay',
    health: { state: 'well' },
    past: null,
    seq: 1,
    undo: { undo: null, redo: null },
    report: null,
    repairs: [],
  },
};

function replica() {
  const { replica } = useReplicaStore.getState();
  if (replica === null) throw new Error('There is no replica');
  return replica;
}

test('of a large case one document is on show until the whole is there, with what changed meanwhile', () => {
  const builder = new CaseBuilder();
  const shown = builder.document('words');
  const records = [...builder.view().records()];
  builder.document('more words');
  const all = [...builder.view().records()];
  replaceReplica({ ...header, records, viewState: {}, preview: shown });
  expect(replica().reading).toEqual({ done: 0, total: 0 });
  takeIn({ records: all.slice(0, 2), done: 2, total: all.length, complete: null });
  expect(replica().reading).toEqual({ done: 2, total: all.length });
  expect([...replica().view.all('document')]).toHaveLength(1);
  const late = builder.source('Reuters');
  const source = builder.view().get(late);
  if (source === undefined) throw new Error('There is no source');
  const diff = { created: [source], updated: [], removed: [] };
  followChange({ seq: 2, label: '', diff, undo: { undo: 'Add', redo: null } });
  const complete = { ...header, seq: 2 };
  takeIn({ records: all.slice(2), done: all.length, total: all.length, complete });
  expect(replica().reading).toBeNull();
  expect([...replica().view.all('document')]).toHaveLength(2);
  expect(replica().view.get(late)).toEqual(source);
});

test('more of a case that was left meanwhile is not taken in', () => {
  const records = [...new CaseBuilder().view().records()];
  replaceReplica({ ...header, records, viewState: {}, preview: null });
  const before = replica();
  takeIn({ records, done: 1, total: 1, complete: header });
  expect(replica()).toBe(before);
});

test('a case that was opened once more keeps its records, or has those that came with it', () => {
  const builder = new CaseBuilder();
  const records = [...builder.view().records()];
  replaceReplica({ ...header, records, viewState: {}, preview: null });
  const { view } = replica();
  const reading = { writer: null, mayWrite: true, lost: false, error: null };
  replaceHeader({ ...header, health: { state: 'reading', ...reading }, records: null });
  expect(replica().view).toBe(view);
  expect(replica().health.state).toBe('reading');
  builder.source('Reuters');
  replaceHeader({ ...header, seq: 2, records: [...builder.view().records()] });
  expect([...replica().view.all('source')]).toHaveLength(1);
  expect(replica()).toMatchObject({ seq: 2, health: { state: 'well' } });
});
