import { expect, test } from 'vitest';
import type { CaseSnapshot } from '../../contract/calls.ts';
import { CaseState } from '../../domain/case-state.ts';
import { reopen, run, temporaryCase, theLast } from '../store/testing/temporary-case.ts';
import { RecordTransfer, reopenedFrom, snapshotOf } from './open-case.ts';

test('what is transferred, with the changes told meanwhile, is the case', async () => {
  const made = await temporaryCase();
  for (let batch = 0; batch < 5; batch += 1) {
    const names = Array.from({ length: 500 }, (_, index) => `Source ${batch}.${index}`);
    await Promise.all(names.map((name) => run(made, 'source/create', { name, kind: 'outlet' })));
  }
  const [first] = made.view.all('source');
  const received = new CaseState();
  made.subscribe(({ diff }) => {
    received.apply(diff);
  });
  const transfer = new RecordTransfer(made);
  let more = transfer.next();
  received.apply({ created: [...more.records], updated: [], removed: [] });
  expect(more.complete).toBeNull();
  if (first === undefined) throw new Error('There is no source');
  await run(made, 'source/remove', { source: first.id });
  await run(made, 'source/update', { source: theLast(made, 'source').id, changes: { name: 'B' } });
  await run(made, 'tag/create', { name: 'Late' });
  while (more.complete === null) {
    more = transfer.next();
    received.apply({ created: [...more.records], updated: [], removed: [] });
  }
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect([...received.records()].sort(byId)).toEqual([...made.view.records()].sort(byId));
  expect(more.complete.seq).toBe(made.seq);
});

test('a snapshot holds every record', async () => {
  const store = await reopen((await temporaryCase()).path, { readOnly: true });
  const snapshot: CaseSnapshot = snapshotOf(store, {});
  expect(snapshot.records).toEqual([...store.view.records()]);
  expect(snapshot.preview).toBeNull();
});

test('a case opened once more sends its records only to a window that lacks a change', async () => {
  const store = await temporaryCase();
  const known = store.head;
  expect(reopenedFrom(known, store)).toMatchObject({ seq: 1, records: null });
  await run(store, 'tag/create', { name: 'New' });
  expect(reopenedFrom(known, store).records).toEqual([...store.view.records()]);
});
