import { describe, expect, test, vi } from 'vitest';
import type { HistoryQuery } from '../../../contract/history.ts';
import { CaseState } from '../../../domain/core/case-state.ts';
import { type Analyst, AnalystId } from '../../../domain/records/analyst/record.ts';
import type { JournalBackend, ReadableJournal } from '../journal/journal-backend.ts';
import { sealLine } from '../journal/journal-line.ts';
import type { AnyId } from '../../../domain/records/registry.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { valueOf } from '../testing/temporary-case.ts';
import { temporaryJournal } from '../testing/temporary-journal.ts';
import { ChangeIndex } from './change-index.ts';
import { readPastSteps } from './past-steps.ts';

// Lines by the thousand are read for this.
vi.setConfig({ testTimeout: 60_000 });

const everything: HistoryQuery = {
  ...{ records: [], by: null, from: null, until: null, type: null, text: '' },
};

const empty = new CaseState();

const backends: [string, () => Promise<JournalBackend>][] = [
  ['in a folder', async () => (await temporaryJournal()).journal],
  ['in a folder, in many segments', async () => (await temporaryJournal(5_000)).journal],
  ['in memory', () => Promise.resolve(new MemoryJournal())],
];

const by = analystId(0);

function analystId(number: number): AnalystId {
  return AnalystId.parse(`analyst-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

/** Appends changes, a minute apart; the nth renames one of three analysts to "n". */
async function change(journal: JournalBackend, count: number): Promise<void> {
  const lines = [];
  let mark = journal.end;
  for (let made = 0; made < count; made += 1) {
    const seq = mark.seq + 1;
    const at = new Date(Date.parse('2026-03-15T12:00:00.000Z') + seq * 60_000).toISOString();
    const id = analystId(1 + (seq % 3));
    const before: Analyst = { type: 'analyst', id, name: String(seq - 3) };
    const diff = {
      created: [],
      updated: [[before, { ...before, name: String(seq) }] as [Analyst, Analyst]],
      removed: [],
    };
    const line = sealLine(mark, { at, by, command: 'test', label: `Change ${seq}`, diff });
    lines.push(line);
    ({ mark } = line);
  }
  valueOf(await journal.append(journal.end.seq, lines));
}

/** An index of a journal, and how many lines were read for it one after another so far. */
function indexOf(journal: JournalBackend) {
  const counted = { lines: 0 };
  const reading: ReadableJournal = {
    path: journal.path,
    end: journal.end,
    read: journal.read.bind(journal),
    line: journal.line.bind(journal),
    before: async function* (seq) {
      for await (const past of journal.before(seq)) {
        counted.lines += 1;
        yield past;
      }
    },
  };
  return { index: new ChangeIndex(reading, () => journal.end.seq), reading, counted };
}

function seqsOf({ changes }: { changes: readonly { seq: number }[] }): number[] {
  return changes.map(({ seq }) => seq);
}

describe.each(backends)('an index of a journal %s', (_, open) => {
  test('reads the journal from its end, and only as far as is asked for', async () => {
    const journal = await open();
    await change(journal, 1_000);
    const { index, counted } = indexOf(journal);
    expect(counted.lines).toBe(0);
    const found = await index.find(everything, null, 5, empty);
    expect(found).toMatchObject({ before: 996 });
    expect(seqsOf(found)).toEqual([1_000, 999, 998, 997, 996]);
    expect(counted.lines).toBeLessThan(300);
    const read = counted.lines;
    expect(seqsOf(await index.find(everything, 990, 3, empty))).toEqual([989, 988, 987]);
    expect(counted.lines).toBe(read);
    await journal.close();
  });

  test('takes in what comes to the journal, and reads each line once', async () => {
    const journal = await open();
    await change(journal, 10);
    const { index, counted } = indexOf(journal);
    expect(seqsOf(await index.find(everything, null, 99, empty))).toHaveLength(10);
    await change(journal, 5);
    expect(seqsOf(await index.find(everything, null, 4, empty))).toEqual([15, 14, 13, 12]);
    const ids = new Set<AnyId>([analystId(1)]);
    expect((await index.later(6, ids)).map(({ seq }) => seq)).toEqual([9, 12, 15]);
    // One more shows that those before it are known.
    expect(counted.lines).toBeLessThanOrEqual(16);
    await journal.close();
  });

  test('knows what a record was called after any change, and the last change at any moment', async () => {
    const journal = await open();
    await change(journal, 12);
    const { index } = indexOf(journal);
    await index.find(everything, null, 99, empty);
    const called = [4, 6, 9, 12].map((seq) => index.namesAfter(seq, () => 'now')(analystId(1)));
    expect(called).toEqual(['3', '6', '9', 'now']);
    const { line } = (await index.line(7)) ?? {};
    expect(line?.label).toBe('Change 7');
    expect(await index.lastAt(line?.at ?? '')).toBe(7);
    expect(await index.lastAt('2026-03-15T12:07:59.999Z')).toBe(7);
    expect(await index.lastAt('2001-01-01T00:00:00.000Z')).toBe(1);
    await journal.close();
  });

  test('does not go behind the last change that is in the case', async () => {
    const journal = await open();
    await change(journal, 6);
    const index = new ChangeIndex(journal, () => 4);
    expect(seqsOf(await index.find(everything, null, 99, empty))).toEqual([4, 3, 2, 1]);
    expect(await index.line(5)).toBeNull();
    expect(await index.lastAt('2999-01-01T00:00:00.000Z')).toBe(4);
    await journal.close();
  });

  test('and the undo of earlier sessions read no more than they need', async () => {
    const journal = await open();
    await change(journal, 500);
    const { reading, counted } = indexOf(journal);
    const history = await readPastSteps(reading, by);
    expect(history.nextUndo?.seq).toBe(500);
    expect(counted.lines).toBe(100);
    await journal.close();
  });
});

test('an index tells where what came to a journal is not what was written', async () => {
  const journal = new MemoryJournal();
  await change(journal, 5);
  const { index } = indexOf(journal);
  await index.find(everything, null, 99, empty);
  await change(journal, 3);
  journal.damage((bytes) => Buffer.from(bytes.toString().replace('Change 7', 'Change 0')));
  expect(seqsOf(await index.find(everything, null, 99, empty))).toEqual([8]);
  expect(index.unreadable).toBe(7);
  expect([await index.line(8), await index.line(7)]).toMatchObject([{ mark: { seq: 8 } }, null]);
});
