import { expect, test, vi } from 'vitest';
import type { HistoryEntry, HistoryPage } from '../../../contract/history.ts';
import { appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { noFilter } from '../../state/history-view.ts';
import { HistoryPages } from './history-pages.ts';
import { queryOf } from './history-words.ts';
import { Sha256 } from '../../../domain/core/record-id.ts';

const head = Sha256.parse('a'.repeat(64));
const gone = err(appError('store/not-found', { path: '/gone' }));

function page(seqs: readonly number[], before: number | null): HistoryPage {
  const entries = seqs.map((seq): HistoryEntry => {
    const facts = { command: 'tag/create', label: 'A tag', undoes: null, isReversible: true };
    return { seq, at: '2026-03-10T12:00:00.000Z', by: 'Ada', ...facts, records: [], more: 0 };
  });
  return { entries, before, unreadable: null, seq: seqs[0] ?? 0, head };
}

/** Answers calls in this order, the last of them for ever; tells how many there were. */
function answering(...answers: Result<HistoryPage, unknown>[]) {
  const invoke = vi.fn(() => Promise.resolve(answers.length > 1 ? answers.shift() : answers[0]));
  vi.stubGlobal('window', { assay: { invoke } });
  return invoke;
}

test('a history that cannot be read is asked for again only when there is a reason to', async () => {
  const invoke = answering(gone, ok(page([3, 2, 1], null)));
  const pages = new HistoryPages(queryOf(noFilter));
  expect(pages.isBehind(3)).toBe(true);
  await pages.catchUp();
  expect(pages.read().error).toContain('/gone');
  expect(pages.isBehind(3)).toBe(false);
  await pages.more();
  expect(invoke).toHaveBeenCalledTimes(1);
  await pages.catchUp();
  expect(pages.read()).toMatchObject({ error: null, seq: 3 });
  expect(pages.read().entries).toHaveLength(3);
});

test('a failure keeps what is there, and older changes are fetched once it has passed', async () => {
  answering(ok(page([9, 8], 8)), gone, ok(page([9, 8], 8)), ok(page([7, 6], null)));
  const pages = new HistoryPages(queryOf(noFilter));
  await pages.catchUp();
  await pages.more();
  expect(pages.read()).toMatchObject({ before: 8, error: expect.any(String) as unknown });
  await pages.catchUp();
  await pages.more();
  expect(pages.read().entries.map(({ seq }) => seq)).toEqual([9, 8, 7, 6]);
});
