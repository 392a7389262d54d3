import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { HistoryEntry, HistoryPage, HistoryQuery } from '../../../contract/history.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { Slices } from '../disk/slices.ts';
import { keptCases } from '../testing/kept-cases.ts';
import type { ChangingCase } from '../testing/memory-case.ts';
import { walkStore } from '../testing/spoiled-case.ts';
import {
  allRecords,
  codeOf,
  importText,
  run,
  theLast,
  valueOf,
} from '../testing/temporary-case.ts';

// Cases by the dozen are made for this.
vi.setConfig({ testTimeout: 60_000 });

const everything: HistoryQuery = {
  ...{ records: [], by: null, from: null, until: null, type: null, text: '' },
};

async function entries(
  store: ChangingCase,
  query: Partial<HistoryQuery> = {},
): Promise<HistoryEntry[]> {
  const found: HistoryEntry[] = [];
  let before: number | null = null;
  do {
    const page: HistoryPage = valueOf(
      await store.history.page({ ...everything, ...query }, before, 3),
    );
    found.push(...page.entries);
    before = page.before;
  } while (before !== null);
  return found;
}

async function seqs(store: ChangingCase, query: Partial<HistoryQuery> = {}): Promise<number[]> {
  return (await entries(store, query)).map(({ seq }) => seq);
}

/** The changes that are not offered to be taken back. */
async function irreversible(store: ChangingCase): Promise<number[]> {
  const found = (await entries(store)).filter(({ isReversible }) => !isReversible);
  return found.map(({ seq }) => seq);
}

describe.each(keptCases)('of a case %s', (_, make) => {
  /** Changes: 2 document, 3 and 4 highlights, 5 claim, 6 source, 7 rating of the source, 8 tag, 9 verdict on the claim. */
  async function aHistory() {
    const kept = await make();
    const { store } = kept;
    const document = await importText(store, 'NATO left Baghdad.');
    await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    await run(store, 'highlight/create', { document, ranges: [{ start: 0, end: 4 }] });
    const highlight = theLast(store, 'highlight').id;
    await run(store, 'claim/create', { on: { highlight } });
    const claim = theLast(store, 'claim').id;
    await run(store, 'source/create', { name: 'Reuters', kind: 'outlet' });
    const source = theLast(store, 'source').id;
    const reliability = { scale: 'admiralty-reliability', value: 'B' } as const;
    await run(store, 'rating/add', { subjects: [source], ...reliability });
    await run(store, 'tag/create', { name: 'War' });
    const tag = theLast(store, 'tag').id;
    await run(store, 'rating/add', { subjects: [claim], scale: 'verdict', value: 'supported' });
    return { kept, store, document, highlight, claim, source, tag };
  }

  describe('pages of history', () => {
    test('go through every change once, newest first, before and after reopening', async () => {
      const { kept, store } = await aHistory();
      const all = [9, 8, 7, 6, 5, 4, 3, 2, 1];
      expect(await seqs(store)).toEqual(all);
      await run(store, 'tag/create', { name: 'Peace' });
      expect(await seqs(store)).toEqual([10, ...all]);
      const again = await kept.reopen();
      expect(await seqs(again.store)).toEqual([10, ...all]);
    });

    test('show only what is asked for', async () => {
      const { store, document, claim, source, tag } = await aHistory();
      expect(await seqs(store, { records: [claim] })).toEqual([9, 5]);
      expect(await seqs(store, { records: [source] })).toEqual([7, 6]);
      expect(await seqs(store, { records: [document] })).toEqual([5, 4, 3, 2]);
      expect(await seqs(store, { records: [source, tag] })).toEqual([8, 7, 6]);
      expect(await seqs(store, { type: 'rating' })).toEqual([9, 7]);
      expect(await seqs(store, { text: 'the TAG' })).toEqual([8]);
      const [, second] = (await entries(store)).toReversed();
      expect(await seqs(store, { until: second?.at ?? '' })).not.toContain(9);
      expect(await seqs(store, { from: '2999-01-01T00:00:00.000Z' })).toEqual([]);
      expect(await seqs(store, { by: theLast(store, 'analyst').id })).toHaveLength(9);
    });

    test('call records what they were called then', async () => {
      const { store, claim, source } = await aHistory();
      const attribution = [{ source, manner: 'on-record' as const, anchor: null }];
      await run(store, 'claim/update', { claim, changes: { attribution } });
      await run(store, 'source/update', { source, changes: { name: 'Agence' } });
      await run(store, 'claim/update', { claim, changes: { attribution: [] } });
      await run(store, 'source/remove', { source });
      const words = (await entries(store)).map(({ records }) => records[0]?.fields);
      expect(words[1]).toEqual([
        { label: 'Who says so', before: 'S1 Agence (on record)', after: '' },
      ]);
      expect(words[3]).toEqual([
        { label: 'Who says so', before: '', after: 'S1 Reuters (on record)' },
      ]);
      expect(words[6]?.[0]).toEqual({ label: 'Of', before: '', after: 'S1 Reuters' });
    });

    test('are found by the number of what was changed, also once that is gone', async () => {
      const { kept, store, claim, source } = await aHistory();
      await run(store, 'source/create', { name: 'AFP', kind: 'outlet' });
      for (const typed of ['C1', 'c 01'])
        expect(await seqs(store, { text: typed })).toEqual([9, 5]);
      expect(await seqs(store, { text: 'S1' })).toEqual([7, 6]);
      expect(await seqs(store, { text: 'no. 1' })).toEqual([9, 7, 6, 5]);
      expect(await seqs(store, { text: 'C2' })).toEqual([]);
      await run(store, 'claim/remove', { claims: [claim] });
      await run(store, 'source/merge', { keep: theLast(store, 'source').id, merge: source });
      const again = await kept.reopen();
      expect(await seqs(again.store, { text: 'C1' })).toEqual([11, 9, 5]);
      expect(await seqs(again.store, { text: 'S1' })).toEqual([12, 7, 6]);
    });

    test('name numbers where they name claims and sources, also of those that are gone', async () => {
      const { store, source } = await aHistory();
      await run(store, 'source/remove', { source });
      const [removed, verdict, , rated] = await entries(store);
      expect(removed?.records.map(({ number }) => number)).toEqual(['S1', null]);
      expect([verdict, rated].map((entry) => entry?.records[0]?.fields[0]?.after)).toEqual([
        'C1 NATO',
        'S1 Reuters',
      ]);
    });

    test('name the place of a line that is not what was written', async () => {
      const { kept, store } = await aHistory();
      await kept.spoil('“War”', '“Wár”');
      expect(codeOf(await store.history.entry(8))).toBe('store/damaged');
      expect(codeOf(await store.history.entry(99))).toBe('history/missing-change');
    });

    test('say from where on a damaged journal tells no more', async () => {
      const { kept } = await aHistory();
      const reopened = await kept.reopen();
      const again = reopened.store;
      await reopened.spoil('“Reuters”', '“Rueters”');
      const last = await entries(again);
      const first = valueOf(await again.history.page(everything, null, 9));
      expect(last.map(({ seq }) => seq)).toEqual([9, 8, 7]);
      expect(first).toMatchObject({ before: null, unreadable: 6 });
      expect(codeOf(await again.history.lastAt('2001-01-01T00:00:00.000Z'))).toBe(
        'history/unreadable',
      );
      expect(valueOf(await again.history.lastAt(last[0]?.at ?? ''))).toBe(9);
    });
  });

  describe('taking back one old change', () => {
    test('is a change of its own, which undo takes back', async () => {
      const { store, tag } = await aHistory();
      const before = allRecords(store);
      const outcome = valueOf(await store.revert(8));
      expect(outcome).toMatchObject({ seq: 10, label: 'Take back: Add the tag “War”' });
      expect(store.view.get(tag)).toBeUndefined();
      expect((await entries(store))[0]).toMatchObject({ command: 'history/revert', undoes: 8 });
      expect(valueOf(await store.undo()).label).toBe('Take back: Add the tag “War”');
      expect(allRecords(store)).toEqual(before);
    });

    test('is refused where a later change built on it, and names that', async () => {
      const { store, claim, source } = await aHistory();
      await run(store, 'source/update', { source, changes: { note: 'Cautious.' } });
      const before = allRecords(store);
      for (const [seq, later] of [
        [6, 'Rate “Reuters” B'],
        [6, 'Change the source “Reuters”'],
        [4, 'claim'],
        [2, 'claim'],
      ] as const) {
        const refused = await store.revert(seq);
        expect(codeOf(refused)).toBe('history/built-on');
        expect(refused.ok ? '' : refused.error.message).toContain(later);
      }
      expect(allRecords(store)).toEqual(before);
      await run(store, 'claim/update', { claim, changes: { note: 'Later, but elsewhere.' } });
      expect((await store.revert(7)).ok).toBe(true);
    });

    test('works once what was built on it is taken back as well', async () => {
      const { store, source } = await aHistory();
      await run(store, 'source/update', { source, changes: { note: 'Cautious.' } });
      valueOf(await store.revert(10));
      valueOf(await store.revert(7));
      valueOf(await store.revert(6));
      expect(store.view.count('source')).toBe(0);
    });

    test('never takes the case or its analysts away', async () => {
      const { kept } = await aHistory();
      const { store: again } = await kept.reopen('Bela');
      await run(again, 'tag/create', { name: 'Peace' });
      expect((await entries(again))[1]).toMatchObject({ seq: 10, command: 'analyst/put' });
      for (const seq of [1, 10]) expect(codeOf(await again.revert(seq))).toBe('history/built-on');
      expect(await irreversible(again)).toEqual([10, 1]);
      expect(codeOf(await again.revert(99))).toBe('history/missing-change');
    });
  });

  describe('bringing back an earlier version', () => {
    test('makes a record what it was, as one step', async () => {
      const { store, source } = await aHistory();
      const original = store.view.get(source);
      await run(store, 'source/update', { source, changes: { name: 'Agence' } });
      await run(store, 'source/update', { source, changes: { note: 'Moved.' } });
      const changed = allRecords(store);
      valueOf(await store.restore(source, 6));
      expect(store.view.get(source)).toEqual(original);
      expect(store.undoState.undo).toBe('Bring back “Reuters” as of change 6');
      valueOf(await store.undo());
      expect(allRecords(store)).toEqual(changed);
      expect(valueOf(await store.restore(source, 11)).seq).toBeNull();
    });

    test('brings back with it what it points to', async () => {
      const { store, document, claim, highlight } = await aHistory();
      const before = store.view.get(claim);
      await run(store, 'document/remove', { documents: [document] });
      valueOf(await store.restore(claim, 9));
      expect(store.view.get(claim)).toEqual(before);
      expect([store.view.count('document'), store.view.get(highlight)?.document]).toEqual([
        1,
        document,
      ]);
    });

    test('is refused for a time when it was not there', async () => {
      const { store, tag } = await aHistory();
      expect(codeOf(await store.restore(tag, 7))).toBe('history/not-there');
      expect(valueOf(await store.restore(tag, 8)).seq).toBeNull();
    });
  });

  describe('the case as it was', () => {
    test('is what it was after every change', async () => {
      const step = fc.record({
        command: fc.nat(),
        choices: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
          const kept = await make();
          const { store } = kept;
          const states = new Map<number, AnyRecord[]>([[1, allRecords(store)]]);
          store.subscribe(({ seq }) => states.set(seq, allRecords(store)));
          await walkStore(store, steps);
          for (const [seq, records] of states)
            expect(await kept.recordsAfter(seq)).toEqual(records);
        }),
        { numRuns: 8 },
      );
    });

    test('is that of one moment, whatever changes while it is put together', async () => {
      const kept = await make();
      const { store } = kept;
      const names = Array.from({ length: 1_000 }, (_, index) => `Source ${index}`);
      await Promise.all(names.map((name) => run(store, 'source/create', { name, kind: 'outlet' })));
      const { seq } = store;
      const then = allRecords(store);
      // Every step gives way to others, so that changes come in between.
      const slices = vi.spyOn(Slices.prototype, 'used').mockReturnValue(true);
      onTestFinished(() => {
        slices.mockRestore();
      });
      const past = kept.recordsAfter(seq);
      const isReady = past.then(() => true);
      do await run(store, 'source/create', { name: `New ${store.seq}`, kind: 'outlet' });
      while (!(await Promise.race([isReady, setImmediate(false)])));
      expect(store.seq).toBeGreaterThan(seq);
      expect(await past).toEqual(then);
    });

    test('is found by a moment', async () => {
      let now = Date.parse('2026-03-15T12:00:00.000Z');
      const { store } = await make(() => new Date((now += 60_000)));
      for (const name of ['a', 'b', 'c']) await run(store, 'tag/create', { name });
      const [, second] = (await entries(store)).toReversed();
      expect(valueOf(await store.history.lastAt(second?.at ?? ''))).toBe(2);
      expect(valueOf(await store.history.lastAt('2000-01-01T00:00:00.000Z'))).toBe(1);
      expect(valueOf(await store.history.lastAt('2999-01-01T00:00:00.000Z'))).toBe(4);
    });
  });
});
