import { describe, expect, test, vi } from 'vitest';
import { type AppError, appError } from '../../../contract/errors.ts';
import { AnalystId } from '../../../domain/core/ids.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { JournalBackend } from './journal-backend.ts';
import {
  type JournalLine,
  type JournalMark,
  type SealedLine,
  journalStart,
  sealLine,
} from './journal-line.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { codeOf, valueOf } from '../testing/temporary-case.ts';
import { temporaryJournal } from '../testing/temporary-journal.ts';

const by = AnalystId.parse('analyst-00000000-0000-7000-8000-000000000001');

// Lines with changes of different length, chained after a mark.
function linesAfter(mark: JournalMark, count: number): SealedLine[] {
  const lines: SealedLine[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = 'é'.repeat(1 + (index % 7));
    const diff = {
      created: [{ type: 'analyst' as const, id: by, name }],
      updated: [],
      removed: [],
    };
    const at = '2026-03-15T12:00:00.000Z';
    lines.push(
      sealLine(lines.at(-1)?.mark ?? mark, { at, by, command: 'test', label: name, diff }),
    );
  }
  return lines;
}

const backends: [string, () => Promise<JournalBackend>][] = [
  ['in a folder', async () => (await temporaryJournal()).journal],
  ['in a folder, in many segments', async () => (await temporaryJournal(500)).journal],
  ['in memory', () => Promise.resolve(new MemoryJournal())],
];

describe.each(backends)('a journal %s', (_, open) => {
  test('starts empty', async () => {
    const journal = await open();
    expect(journal.end).toEqual(journalStart);
    expect(valueOf(await journal.read(journalStart, () => undefined))).toEqual(journalStart);
    await journal.close();
  });

  test('reads what was appended, in order, from any mark on', async () => {
    const journal = await open();
    const lines = linesAfter(journalStart, 20);
    valueOf(await journal.append(0, lines.slice(0, 3)));
    for (const [index, line] of lines.entries())
      if (index >= 3) valueOf(await journal.append(index, [line]));
    expect(journal.end).toEqual(lines.at(-1)?.mark);
    for (const after of [journalStart, ...lines.map((line) => line.mark)]) {
      const read: JournalLine[] = [];
      expect(valueOf(await journal.read(after, (line) => read.push(line)))).toEqual(journal.end);
      expect(read.map(({ hash }) => hash)).toEqual(
        lines.slice(after.seq).map(({ mark }) => mark.hash),
      );
    }
    await journal.close();
  });

  test('refuses lines that do not follow its end, and stays as it was', async () => {
    const journal = await open();
    const lines = linesAfter(journalStart, 2);
    valueOf(await journal.append(0, lines));
    expect(codeOf(await journal.append(0, lines))).toBe('store/write-failed');
    expect(codeOf(await journal.append(5, lines))).toBe('store/write-failed');
    expect(journal.end.seq).toBe(2);
    valueOf(await journal.append(2, linesAfter(journal.end, 1)));
    await journal.close();
  });

  test('takes lines that are still in the making', async () => {
    const journal = await open();
    const lines = linesAfter(journalStart, 2);
    let finish: (ready: SealedLine[]) => void = () => undefined;
    const coming = new Promise<SealedLine[]>((resolve) => (finish = resolve));
    const appended = journal.append(0, coming);
    expect(journal.end).toEqual(journalStart);
    finish(lines);
    valueOf(await appended);
    expect(journal.end).toEqual(lines.at(-1)?.mark);
    await journal.close();
  });

  test('appending nothing changes nothing', async () => {
    const journal = await open();
    valueOf(await journal.append(0, []));
    valueOf(await journal.append(0, Promise.resolve([])));
    expect(journal.end).toEqual(journalStart);
    await journal.close();
  });
});

test('a journal in a folder looks again when its lines were long in the making', async () => {
  const { journal } = await temporaryJournal();
  valueOf(await journal.append(0, linesAfter(journalStart, 1)));
  const asked: number[] = [];
  const coming = new Promise<SealedLine[]>((resolve) => {
    const lines = linesAfter(journal.end, 1);
    const begun = performance.now();
    // Someone may take the case over while a change is worked out.
    void vi
      .waitUntil(() => performance.now() - begun > 20)
      .then(() => {
        resolve(lines);
      });
  });
  const refusal = err(appError('store/taken-over', { path: 'a', owner: 'Grace' }));
  const askRight = (): Promise<Result<null, AppError>> =>
    Promise.resolve(asked.push(1) === 1 ? ok(null) : refusal);
  expect(codeOf(await journal.append(1, coming, askRight))).toBe('store/taken-over');
  expect(journal.end.seq).toBe(1);
  await journal.close();
});
