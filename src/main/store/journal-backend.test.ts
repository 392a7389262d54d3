import { mkdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { AnalystId } from '../../domain/model/ids.ts';
import { caseFolder } from './case-folder.ts';
import { FolderJournal } from './folder-journal.ts';
import type { JournalBackend } from './journal-backend.ts';
import {
  type JournalLine,
  type JournalMark,
  type SealedLine,
  journalStart,
  sealLine,
} from './journal-line.ts';
import { MemoryJournal } from './testing/memory-journal.ts';
import { codeOf, temporaryFolder, valueOf } from './testing/temporary-case.ts';

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

async function folderJournal(segmentLimit?: number): Promise<JournalBackend> {
  const folder = caseFolder(await temporaryFolder());
  await mkdir(folder.journal);
  const tail = { mark: journalStart, segments: [], torn: null };
  return valueOf(await FolderJournal.open(folder, tail, segmentLimit));
}

const backends: [string, () => Promise<JournalBackend>][] = [
  ['in a folder', () => folderJournal()],
  ['in a folder, in many segments', () => folderJournal(500)],
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

  test('appending nothing changes nothing', async () => {
    const journal = await open();
    valueOf(await journal.append(0, []));
    expect(journal.end).toEqual(journalStart);
    await journal.close();
  });
});
