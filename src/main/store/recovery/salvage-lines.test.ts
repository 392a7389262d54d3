import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { recordsById } from '../../../domain/testing/random-walk.ts';
import { caseFolder } from '../disk/case-folder.ts';
import { misfits } from '../memory/whole-case.ts';
import { type SalvagedCase, salvageCase } from './salvage.ts';
import {
  closedCase,
  fingerprint,
  flipped,
  hashIn,
  journalFile,
  linesOf,
  resealed,
  spoilLine,
  walkedCase,
  writeLines,
} from '../testing/spoiled-case.ts';
import { allRecords, reopen, valueOf } from '../testing/temporary-case.ts';

// Many cases, each with files; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 120_000 });

const now = new Date('2026-03-16T08:00:00.000Z');

async function salvaged(path: string): Promise<SalvagedCase> {
  return valueOf(await salvageCase(caseFolder(path), now));
}

describe('a journal', () => {
  test('in several files loses only what stood in the one that is gone', async () => {
    const { path, lines } = await walkedCase(200);
    await rm(join(path, 'case.json'));
    await rm(join(path, 'documents'), { recursive: true });
    await writeLines(path, lines.slice(0, 20));
    await writeLines(path, lines.slice(20, 30), 'journal/000002.jsonl');
    await writeLines(path, lines.slice(30), 'journal/000003.jsonl');
    expect((await salvaged(path)).report.missing.changes).toEqual([]);
    await rm(join(path, 'journal/000002.jsonl'));
    const { report, state } = await salvaged(path);
    expect(report.found).toContainEqual({
      ...{ file: 'journal/000002.jsonl', line: null, problem: 'missing' },
    });
    expect(report.missing.changes).toEqual([{ from: 21, to: 30, isHeld: false }]);
    expect(report.rebuilt.changes).toBe(lines.length - 10);
    expect(await misfits(state)).toEqual(new Set());
  });

  test('of another case is not mixed with the checkpoints', async () => {
    const [path, other] = [await closedCase(), await closedCase()];
    const records = allRecords(await reopen(path, { readOnly: true }));
    await writeFile(join(path, journalFile), await readFile(join(other, journalFile)));
    const { state, report } = await salvaged(path);
    expect(recordsById(state.records())).toEqual(records);
    expect(report.found).toEqual([{ file: 'journal/000001.jsonl', line: 1, problem: 'foreign' }]);
  });

  test.each(['case.json', journalFile])(
    'is kept apart from another case of which only %s is there',
    async (name) => {
      const { path, records, lines } = await walkedCase(200);
      const other = await closedCase();
      if (name === journalFile) {
        await rm(join(path, 'case.json'));
        await writeLines(path, lines, 'journal/000002.jsonl');
      }
      await writeFile(join(path, name), await readFile(join(other, name)));
      const { state, report } = await salvaged(path);
      expect(recordsById(state.records())).toEqual(records);
      expect(report.found).toContainEqual({
        ...{ file: name, line: name === journalFile ? 1 : null, problem: 'foreign' },
      });
      expect(report.missing).toEqual({ changes: [], outdated: [], records: [] });
    },
  );

  // What each file of the journal holds, by the numbers of its lines, and where the chain breaks.
  test.each<[string, number[][], [file: number, line: number][]]>([
    ['lacks a line', [[1, 2, 4, 5]], [[1, 3]]],
    ['has a line twice', [[1, 2, 2, 3, 4, 5]], [[1, 3]]],
    [
      'has a file that lost its end',
      [
        [1, 2],
        [4, 5],
      ],
      [[2, 1]],
    ],
    ['has a file that is empty', [[], [3, 4, 5]], [[2, 1]]],
    [
      'has a file twice',
      [
        [1, 2],
        [3, 4, 5],
        [1, 2],
      ],
      [[3, 1]],
    ],
    [
      'has its files in the wrong order',
      [
        [4, 5],
        [1, 2, 3],
      ],
      [
        [1, 1],
        [2, 1],
      ],
    ],
  ])('that %s, with every line intact, says where', async (_, files, places) => {
    const path = await closedCase();
    const records = allRecords(await reopen(path, { readOnly: true }));
    const lines = await linesOf(path);
    for (const [index, numbers] of files.entries()) {
      const content = numbers.flatMap((number) => lines[number - 1] ?? []);
      await writeLines(path, content, `journal/00000${index + 1}.jsonl`);
    }
    const { state, report } = await salvaged(path);
    expect(recordsById(state.records())).toEqual(records);
    expect(report.found).toEqual(
      places.map(([file, line]) => ({
        ...{ file: `journal/00000${file}.jsonl`, line, problem: 'unchained' },
      })),
    );
  });

  test('whose last lines cannot be read, without checkpoints, is as long as it was', async () => {
    const { path, lines } = await walkedCase(200);
    for (const file of ['case.json', 'documents']) await rm(join(path, file), { recursive: true });
    await writeLines(path, [...lines.slice(0, -2), ...lines.slice(-2).map(flipped)]);
    const { mark, report } = await salvaged(path);
    expect(mark).toMatchObject({ seq: lines.length, hash: hashIn(lines.at(-3)) });
    expect(report.missing.changes).toEqual([
      { from: lines.length - 1, to: lines.length, isHeld: false },
    ]);
  });

  test('whose last line is another than case.json is of ends with the one that case.json knows', async () => {
    const { path, lines } = await walkedCase(200);
    const last = resealed(lines.at(-1) ?? Buffer.alloc(0), /"label":"[^"]*"/, '"label":"Other"');
    await writeLines(path, [...lines.slice(0, -1), last]);
    const { mark, report } = await salvaged(path);
    expect(mark).toMatchObject({ seq: lines.length, hash: hashIn(lines.at(-1)) });
    expect(report.found).toContainEqual({
      ...{ file: 'journal/000001.jsonl', line: lines.length, problem: 'unchained' },
    });
  });

  test('without its beginning, and without case.json, gets a case record to stand in', async () => {
    const path = await closedCase();
    await rm(join(path, 'case.json'));
    await spoilLine(path, 0);
    const { state, report } = await salvaged(path);
    expect([...state.all('case')]).toMatchObject([{ name: 'A case', tlp: 'red' }]);
    expect(state.count('claim')).toBe(1);
    expect(report.missing.records).toMatchObject([{ type: 'case', loss: 'stand-in' }]);
    expect(report.missing.outdated).toMatchObject([{ document: null }]);
  });

  test('whose line that imported a document is lost loses what was made of it, by name', async () => {
    const path = await closedCase();
    await rm(join(path, 'case.json'));
    await rm(join(path, 'documents'), { recursive: true });
    await spoilLine(path, 1);
    const { state, report } = await salvaged(path);
    expect([state.count('document'), state.count('claim'), state.count('source')]).toEqual([
      0, 0, 1,
    ]);
    const names = report.missing.records.map(({ type, name, loss }) => [type, name, loss]);
    expect(names.sort()).toEqual([
      ['claim', 'NATO', 'left-out'],
      ['highlight', 'NATO', 'left-out'],
      ['highlight', 'left', 'left-out'],
    ]);
  });

  test('of which nothing is left, without checkpoints, is refused; nothing is ever touched', async () => {
    const path = await closedCase();
    for (const file of ['case.json', 'documents']) await rm(join(path, file), { recursive: true });
    await writeFile(join(path, journalFile), 'nothing\nthat\ncan be read\n');
    const before = await fingerprint(path);
    expect(await salvageCase(caseFolder(path), now)).toMatchObject({
      error: { code: 'store/damaged', facts: { path, place: 'journal' } },
    });
    expect(await fingerprint(path)).toEqual(before);
  });

  test('of a newer Assay is left to it', async () => {
    const path = await closedCase();
    const [first = Buffer.alloc(0), ...others] = await linesOf(path);
    const format = /"format":\d+/;
    const newer = first.toString().replace(format, '"format":99');
    // What a damaged line says counts for nothing.
    await writeLines(path, [Buffer.from(newer), ...others]);
    expect((await salvaged(path)).report.found).toMatchObject([{ line: 1, problem: 'damaged' }]);
    await writeLines(path, [resealed(first, format, '"format":99'), ...others]);
    expect(await salvageCase(caseFolder(path), now)).toMatchObject({
      error: { code: 'store/newer-format' },
    });
  });
});
