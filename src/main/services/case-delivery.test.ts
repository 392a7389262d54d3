import { expect, test, vi } from 'vitest';
import { CaseState } from '../../domain/core/case-state.ts';
import type { CaseSnapshot, MoreRecords } from '../../contract/calls.ts';
import { lastReadKey } from '../../contract/view-state.ts';
import type { CaseStore } from '../store/case-store.ts';
import {
  importText,
  allRecords,
  run,
  temporaryCase,
  theLast,
} from '../store/testing/temporary-case.ts';
import { CaseDelivery } from './case-delivery.ts';

// Records by the thousand are made for this.
vi.setConfig({ testTimeout: 60_000 });

/** A case of two documents and more records than are sent at once. */
async function aLargeCase(): Promise<CaseStore> {
  const store = await temporaryCase();
  await importText(store, 'NATO left Baghdad.');
  await importText(store, 'NATO came back.');
  for (let batch = 0; batch < 5; batch += 1) {
    const names = Array.from({ length: 1_000 }, (_, index) => `Source ${batch}.${index}`);
    await Promise.all(names.map((name) => run(store, 'source/create', { name, kind: 'outlet' })));
  }
  return store;
}

/** What a window has of a case by what it was sent. */
class Receiver {
  readonly state = new CaseState();

  take({ records }: Pick<MoreRecords, 'records'>): void {
    this.state.apply({ created: [...records], updated: [], removed: [] });
  }

  takeAll(delivery: CaseDelivery, store: CaseStore): MoreRecords {
    for (;;) {
      const more = delivery.next(store);
      this.take(more);
      if (more.complete !== null) return more;
    }
  }
}

test('what is delivered, with the changes told meanwhile, is the case', async () => {
  const store = await aLargeCase();
  const [first] = store.view.all('source');
  if (first === undefined) throw new Error('There is no source');
  const delivery = new CaseDelivery();
  const received = new Receiver();
  store.subscribe(({ diff }) => {
    received.state.apply(diff);
  });
  delivery.begin(store, {});
  const more = delivery.next(store);
  received.take(more);
  expect(more).toMatchObject({ done: 1_000, complete: null });
  await run(store, 'source/remove', { source: first.id });
  await run(store, 'source/update', {
    source: theLast(store, 'source').id,
    changes: { name: 'B' },
  });
  await run(store, 'tag/create', { name: 'Late' });
  const last = received.takeAll(delivery, store);
  expect(allRecords({ view: received.state })).toEqual(allRecords(store));
  expect(last.complete?.seq).toBe(store.seq);
  expect(delivery.rest).toBeNull();
});

test('of a large case one document comes first: the one that was read last, if it is there', async () => {
  const store = await aLargeCase();
  const [first] = store.view.all('document');
  const last = theLast(store, 'document');
  await run(store, 'highlight/create', { document: last.id, ranges: [{ start: 0, end: 4 }] });
  const delivery = new CaseDelivery();
  const begun = delivery.begin(store, { [lastReadKey]: last.id });
  expect(begun).toMatchObject({ preview: last.id, rest: delivery.rest });
  expect(shown(begun)).toEqual([last.id, theLast(store, 'highlight').id].sort());
  const anew = delivery.begin(store, { [lastReadKey]: 'document-that-was-never-there' });
  expect(anew.preview).toBe(first?.id);
  // Whoever asks for what was to follow the first beginning is told apart.
  expect(anew.rest).not.toBe(begun.rest);
});

test('a small case comes at once', async () => {
  const store = await temporaryCase();
  const delivery = new CaseDelivery();
  expect(delivery.begin(store, {})).toMatchObject({
    records: [...store.view.records()],
    preview: null,
    rest: null,
  });
  expect(delivery.rest).toBeNull();
});

function shown({ records }: CaseSnapshot): string[] {
  const belonging = records.filter(({ type }) => type === 'document' || type === 'highlight');
  return belonging.map(({ id }) => id).sort();
}
