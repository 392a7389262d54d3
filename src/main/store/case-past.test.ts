import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HistoryQuery } from '../../contract/history.ts';
import type { CaseStore } from './case-store.ts';
import { closedCase, journalFile, spoil } from './testing/spoiled-case.ts';
import { codeOf, importText, reopen, run, theLast, valueOf } from './testing/temporary-case.ts';

const everything: HistoryQuery = {
  ...{ records: [], by: null, from: null, until: null, type: null, text: '' },
};

async function page(store: CaseStore) {
  const { entries, unreadable } = valueOf(await store.history.page(everything, null, 20));
  return { seqs: entries.map(({ seq }) => seq), entries, unreadable };
}

describe('the history of a case in a folder', () => {
  test('begins where its journal was begun after damage, and nothing before that is missing', async () => {
    const path = await closedCase();
    await rm(join(path, 'case.json'));
    await spoil(path, journalFile, (bytes) =>
      Buffer.from(bytes.toString().replace('“Reuters”', '“Rueters”')),
    );
    const recovered = await reopen(path, { recover: true });
    const { seqs, entries, unreadable } = await page(recovered);
    expect({ seqs, unreadable }).toEqual({ seqs: [6], unreadable: null });
    expect(entries.map(({ isReversible }) => isReversible)).toEqual([false]);
    expect(valueOf(await recovered.history.lastAt('2001-01-01T00:00:00.000Z'))).toBe(6);
  });

  test('does not show what is being written behind the last change', async () => {
    const store = await reopen(await closedCase());
    await appendFile(join(store.path, journalFile), '{"seq":6');
    expect((await page(store)).seqs).toEqual([5, 4, 3, 2, 1]);
  });

  test('is read also by whoever only follows, as far as they have come', async () => {
    const store = await reopen(await closedCase());
    const reader = await reopen(store.path, { readOnly: true });
    await run(store, 'tag/create', { name: 'War' });
    expect((await page(reader)).seqs).toEqual([5, 4, 3, 2, 1]);
    await reader.follow();
    expect((await page(reader)).seqs).toEqual([6, 5, 4, 3, 2, 1]);
  });
});

describe('a case as it was', () => {
  test('can be read and exported from, but not changed', async () => {
    const store = await reopen(await closedCase());
    const { id: document } = theLast(store, 'document');
    const head = valueOf(await store.history.entry(3));
    const past = valueOf(await store.asOf(3));
    await run(store, 'document/remove', { documents: [document] });
    expect([past.readOnly, past.seq, past.past]).toEqual([true, 3, { seq: 3, at: head.at }]);
    expect([past.view.count('highlight'), past.view.count('claim')]).toEqual([1, 0]);
    expect(valueOf(await past.readText(document)).text).toBe('NATO left Baghdad.');
    expect(codeOf(await past.run('tag/create', { name: 'x' }))).toBe('history/in-the-past');
    expect(codeOf(await past.undo())).toBe('history/in-the-past');
    await past.close();
    expect((await store.run('tag/create', { name: 'x' })).ok).toBe(true);
  });

  test('is as far as its own change, however the case went on', async () => {
    const store = await reopen(await closedCase());
    const { mark } = store;
    await importText(store, 'A second text.');
    const past = valueOf(await store.asOf(mark.seq));
    expect(past.mark).toEqual(mark);
  });
});

test('a record that is brought back has its text with it', async () => {
  const store = await reopen(await closedCase());
  const { id: document } = theLast(store, 'document');
  const { id: claim } = theLast(store, 'claim');
  await run(store, 'document/remove', { documents: [document] });
  valueOf(await store.restore(claim, 5));
  expect(valueOf(await store.readText(document)).text).toBe('NATO left Baghdad.');
});
