import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { recordsById } from '../../../domain/testing/random-walk.ts';
import { caseFolder } from '../disk/case-folder.ts';
import { readLine } from '../journal/journal-line.ts';
import { misfits } from '../memory/whole-case.ts';
import { type SalvagedCase, salvageCase } from './salvage.ts';
import {
  closedCase,
  copyOf,
  fingerprint,
  flipped,
  journalFile,
  linesOf,
  resealed,
  spoil,
  walkedCase,
  writeLines,
} from '../testing/spoiled-case.ts';
import {
  importText,
  allRecords,
  reopen,
  run,
  temporaryCase,
  valueOf,
} from '../testing/temporary-case.ts';
import { noOldLines } from '../journal/old-lines.ts';

// Many cases, each with files; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 120_000 });

const now = new Date('2026-03-16T08:00:00.000Z');

async function salvaged(path: string): Promise<SalvagedCase> {
  return valueOf(await salvageCase(caseFolder(path), now));
}

function withoutLine(lines: readonly Buffer[], index: number): Buffer[] {
  return lines.map((line, place) => (place === index ? flipped(line) : line));
}

describe('while the checkpoints are intact', () => {
  test('no damaged line costs a record', async () => {
    const { path, records, lines } = await walkedCase(200);
    expect(lines.length).toBeGreaterThan(40);
    for (const index of lines.keys()) {
      await writeLines(path, withoutLine(lines, index));
      const { state, report } = await salvaged(path);
      expect(recordsById(state.records())).toEqual(records);
      expect(report.missing).toEqual({
        changes: [{ from: index + 1, to: index + 1, isHeld: true }],
        ...{ outdated: [], records: [] },
      });
      expect(report.found).toEqual([
        { file: 'journal/000001.jsonl', line: index + 1, problem: 'damaged' },
      ]);
    }
  });

  test('the loss of the whole journal, or of any end of it, costs only the story', async () => {
    const { path, records, lines } = await walkedCase(200);
    for (const kept of [lines.length - 1, 7, 1, 0]) {
      await writeLines(path, lines.slice(0, kept));
      const { state, report } = await salvaged(path);
      expect(recordsById(state.records())).toEqual(records);
      expect(report.missing.changes).toEqual([{ from: kept + 1, to: lines.length, isHeld: true }]);
      expect(report.found).toEqual([
        { file: 'journal/000001.jsonl', line: null, problem: 'cut-short' },
      ]);
    }
    await rm(join(path, 'journal'), { recursive: true });
    expect(recordsById((await salvaged(path)).state.records())).toEqual(records);
  });
});

describe('a damaged checkpoint and a damaged line', () => {
  test('lose at most what that line did to that part of the case, and say so', async () => {
    const { path, records, lines } = await walkedCase(200);
    const documents = (await readdir(join(path, 'documents'))).map((name) => `documents/${name}`);
    for (const [turn, file] of ['case.json', ...documents].entries()) {
      const intact = await readFile(join(path, file));
      await writeFile(join(path, file), flipped(intact));
      // Every line with one checkpoint or another; with every one it would take long.
      for (const index of [...lines.keys()].filter((line) => (line + turn) % 3 === 0)) {
        await writeLines(path, withoutLine(lines, index));
        const { state, report } = await salvaged(path);
        expect(await misfits(state)).toEqual(new Set());
        expect(report.found.map((fault) => fault.file)).toEqual([file, 'journal/000001.jsonl']);
        const spared = recordsById(records).filter(
          ({ id }) => !new Set(touched(lines, index)).has(id) && !isLost(report, id),
        );
        const left = new Map(recordsById(state.records()).map((record) => [record.id, record]));
        for (const record of spared) expect(left.get(record.id)).toEqual(record);
        const wrong = recordsById(records).filter((record) => left.get(record.id) !== undefined);
        if (wrong.some((record) => JSON.stringify(left.get(record.id)) !== JSON.stringify(record)))
          expect(report.missing.outdated.length + report.missing.records.length).toBeGreaterThan(0);
        if (file !== 'case.json') expectOnly(file, report);
      }
      await writeFile(join(path, file), intact);
    }
  });

  test('of a document that the line did not touch lose nothing', async () => {
    const store = await temporaryCase();
    const first = await importText(store, 'NATO left Baghdad.');
    const second = await importText(store, 'NATO stayed in Kabul.');
    await run(store, 'highlight/create', { document: first, ranges: [{ start: 5, end: 9 }] });
    await store.close();
    const again = await reopen(store.path);
    await run(again, 'highlight/create', { document: second, ranges: [{ start: 5, end: 9 }] });
    const records = allRecords(again);
    await again.close();
    // The first document was last changed by line 4, the second by line 5.
    await spoil(store.path, `documents/${first}.json`, flipped);
    await spoilLine(store.path, 4);
    const { state, report } = await salvaged(store.path);
    expect(recordsById(state.records())).toEqual(records);
    expect(report.missing).toMatchObject({
      outdated: [],
      records: [],
      changes: [{ isHeld: true }],
    });
    await spoilLine(store.path, 4);
    await spoilLine(store.path, 3);
    const worse = await salvaged(store.path);
    expect(worse.report.missing.outdated).toEqual([
      { document: first, name: 'NATO left Baghdad.', changes: [{ from: 4, to: 4 }] },
    ]);
    expect(worse.state.count('highlight')).toBe(1);
  });
});

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

test('an older copy of a document is used where nothing newer is left', async () => {
  const store = await temporaryCase();
  const document = await importText(store, 'NATO left Baghdad.');
  await store.close();
  const old = await copyOf(store.path);
  const again = await reopen(store.path);
  await run(again, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
  await again.close();
  const file = join('documents', `${document}.json`);
  await rename(join(old, file), join(store.path, file));
  await spoilLine(store.path, 1);
  const { state, report } = await salvaged(store.path);
  expect([state.count('document'), state.count('highlight')]).toEqual([1, 1]);
  expect(report.found).toContainEqual({
    ...{ file: `documents/${document}.json`, line: null, problem: 'outdated' },
  });
  expect(report.missing.outdated).toEqual([]);
});

// Flips a bit of a line; done twice, the line is as before.
async function spoilLine(path: string, index: number): Promise<void> {
  await writeLines(path, withoutLine(await linesOf(path), index));
}

function isLost({ missing }: SalvagedCase['report'], id: string): boolean {
  return missing.records.some((record) => record.id === id);
}

// The records that a line changes.
function touched(lines: readonly Buffer[], index: number): string[] {
  const line = readLine(lines[index] ?? Buffer.alloc(0), noOldLines);
  if (line === null) throw new Error('Not a line');
  const { created, updated, removed } = line.diff;
  return [...created, ...updated.map(([, after]) => after), ...removed].map(({ id }) => id);
}

function expectOnly(file: string, { missing }: SalvagedCase['report']): void {
  for (const { document } of missing.outdated) expect(`documents/${document}.json`).toBe(file);
}
