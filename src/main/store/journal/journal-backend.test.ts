import { describe, expect, test, vi } from 'vitest';
import { type AppError, appError } from '../../../contract/errors.ts';
import { emptyDiff } from '../../../domain/core/diff.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { JournalBackend } from './journal-backend.ts';
import {
  type JournalLine,
  type JournalMark,
  type PastLine,
  type SealedLine,
  journalStart,
  readLine,
  readPastLine,
  sealLine,
} from './journal-line.ts';
import { AnalystId } from '../../../domain/records/analyst/record.ts';
import { noOldLines } from './old-lines.ts';
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

  test('reads up to any mark, and says where the journal is another than the mark is of', async () => {
    const journal = await open();
    const lines = linesAfter(journalStart, 10);
    valueOf(await journal.append(0, lines));
    for (const { mark } of lines) {
      const read: number[] = [];
      const reached = await journal.read(journalStart, ({ seq }) => read.push(seq), mark);
      expect(valueOf(reached)).toEqual(mark);
      expect(read).toEqual(lines.slice(0, mark.seq).map((line) => line.mark.seq));
    }
    await journal.close();
  });

  test('finds any line by its number, with how far the journal reached then', async () => {
    const journal = await open();
    const lines = linesAfter(journalStart, 20);
    valueOf(await journal.append(0, lines.slice(0, 12)));
    // Those that were found before, and those that came since, are found as well.
    for (const count of [12, 20]) {
      valueOf(await journal.append(journal.end.seq, lines.slice(journal.end.seq, count)));
      for (const { mark, bytes } of [lines[7], lines[0], ...lines.slice(0, count)].filter(
        isThere,
      )) {
        const found = await journal.line(mark.seq);
        expect(found?.mark).toEqual(mark);
        expect(found?.line).toEqual(readLine(bytes.subarray(0, -1), noOldLines));
      }
    }
    for (const seq of [-1, 0, 21, 99]) expect(await journal.line(seq)).toBeNull();
    await journal.close();
  });

  test('gives the lines before any number, from the last one back to the first', async () => {
    const journal = await open();
    const lines = linesAfter(journalStart, 20);
    valueOf(await journal.append(0, lines));
    for (const seq of [99, 21, 20, 7, 2, 1, 0]) {
      const expected = lines.slice(0, Math.max(0, seq - 1)).toReversed();
      const given: PastLine[] = [];
      for await (const past of journal.before(seq)) given.push(past);
      expect(given).toEqual(
        expected.map(({ mark, bytes }) => ({
          seq: mark.seq,
          bytes: bytes.subarray(0, -1),
          whole: noOldLines,
        })),
      );
    }
    await journal.close();
  });

  test('gives lines of any length, and goes on where it was left', async () => {
    const journal = await open();
    const labels = [1, 200_000, 3, 70_000].map((length) => 'x'.repeat(length));
    for (const label of labels) {
      const entry = { at: '2026-03-15T12:00:00.000Z', by, command: 'test', label, diff: emptyDiff };
      valueOf(await journal.append(journal.end.seq, [sealLine(journal.end, entry)]));
    }
    for await (const past of journal.before(5)) {
      expect(readPastLine(past)?.label).toBe(labels[3]);
      break;
    }
    const rest: (string | undefined)[] = [];
    for await (const past of journal.before(4)) rest.push(readPastLine(past)?.label);
    expect(rest).toEqual(labels.slice(0, 3).toReversed());
    for (const [index, label] of labels.entries())
      expect((await journal.line(index + 1))?.line.label).toBe(label);
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

function isThere(line: SealedLine | undefined): line is SealedLine {
  return line !== undefined;
}

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
