import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../contract/history.ts';
import { noFilter } from '../../state/history-view.ts';
import { dayOf, queryOf, summaryOf, takenBack } from './history-words.ts';

function entry(seq: number, facts: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ seq, at: '2026-03-10T12:00:00.000Z', by: 'Ada', command: 'tag/create', label: 'A tag' },
    ...{ undoes: null, isReversible: true, records: [], more: 0 },
    ...facts,
  };
}

test('days are called today and yesterday where they are', () => {
  const now = new Date(2026, 2, 10, 9, 0);
  const days = [now, new Date(2026, 2, 9, 23, 59), new Date(2026, 1, 28, 12)];
  expect(days.map((day) => dayOf(day.toISOString(), now))).toEqual([
    'Today',
    'Yesterday',
    expect.stringMatching(/^Saturday,? 28 February 2026$/),
  ]);
});

test('the days of a filter are whole local days', () => {
  const query = queryOf({ ...noFilter, from: '2026-03-10', until: '2026-03-10', text: ' a ' });
  expect(query).toMatchObject({
    from: new Date(2026, 2, 10).toISOString(),
    until: new Date(2026, 2, 11).toISOString(),
    text: 'a',
  });
  expect(queryOf(noFilter)).toMatchObject({ from: null, until: null, records: [] });
});

describe('what was taken back', () => {
  test('is what an undo names, unless that was taken back itself', () => {
    const undone = [entry(3, { undoes: 2 }), entry(2), entry(1)];
    expect([...takenBack(undone)]).toEqual([2]);
    const redone = [entry(4, { undoes: 3 }), ...undone];
    expect([...takenBack(redone)]).toEqual([3]);
  });
});

test('a summary shows the fields of one record, and names several', () => {
  const fields = [{ label: 'Name', before: 'War', after: 'Peace' }];
  const record = {
    id: '',
    type: 'tag',
    number: null,
    name: 'Peace',
    how: 'changed',
    fields,
  } as const;
  const tag = { ...record, id: 'tag-1' as HistoryEntry['records'][number]['id'] };
  expect(summaryOf(entry(1, { records: [tag] }))).toBe('Name: War → Peace');
  expect(summaryOf(entry(1, { records: [tag], more: 2 }))).toBe(
    'Tag “Peace” changed · 2 more records',
  );
  const claim = { ...tag, type: 'claim', number: 'C7' } as const;
  expect(summaryOf(entry(1, { records: [claim] }))).toBe('C7 · Name: War → Peace');
  expect(summaryOf(entry(1, { records: [claim], more: 1 }))).toBe(
    'Claim C7 “Peace” changed · 1 more record',
  );
});
