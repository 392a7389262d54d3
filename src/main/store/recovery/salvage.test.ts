import { cp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { recordsById } from '../../../domain/testing/random-walk.ts';
import { caseFolder } from '../disk/case-folder.ts';
import { readLine, sha256 } from '../journal/journal-line.ts';
import { misfits } from '../memory/whole-case.ts';
import { type SalvagedCase, salvageCase } from './salvage.ts';
import {
  copyOf,
  flipped,
  hashIn,
  spoil,
  spoilLine,
  walkedCase,
  withoutLine,
  writeLines,
} from '../testing/spoiled-case.ts';
import {
  importText,
  allRecords,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  valueOf,
} from '../testing/temporary-case.ts';
import { noOldLines } from '../journal/old-lines.ts';

// Many cases, each with files; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 120_000 });

const frozen = join(import.meta.dirname, '../../migrations/frozen');
const now = new Date('2026-03-16T08:00:00.000Z');

async function salvaged(path: string): Promise<SalvagedCase> {
  return valueOf(await salvageCase(caseFolder(path), now));
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
      const { state, report, mark } = await salvaged(path);
      expect(recordsById(state.records())).toEqual(records);
      // `case.json` knows how far it reached, and by which line.
      expect(mark).toMatchObject({ seq: lines.length, hash: hashIn(lines.at(-1)) });
      expect(report.missing.changes).toEqual([{ from: kept + 1, to: lines.length, isHeld: true }]);
      expect(report.found).toEqual([
        { file: 'journal/000001.jsonl', line: null, problem: 'cut-short' },
      ]);
    }
    await rm(join(path, 'journal'), { recursive: true });
    expect(recordsById((await salvaged(path)).state.records())).toEqual(records);
  });

  test('a document that was removed stays away, though its file was not taken away any more', async () => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    await store.close();
    const file = join(store.path, 'documents', `${document}.json`);
    const stray = await readFile(file);
    const again = await reopen(store.path);
    await run(again, 'document/remove', { documents: [document] });
    const records = allRecords(again);
    await again.close();
    await writeFile(file, stray);
    // Also where the line that removed it is lost.
    for (const index of [0, 3]) {
      await spoilLine(store.path, index);
      const { state, report } = await salvaged(store.path);
      expect(recordsById(state.records())).toEqual(records);
      expect(report.missing).toMatchObject({ outdated: [], records: [] });
      await spoilLine(store.path, index);
    }
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

test.each([1, 2, 3])('a case of format %i loses no record to a damaged line', async (format) => {
  const path = join(await temporaryFolder(), 'Old.assay');
  await cp(join(frozen, `format-${format}.assay`), path, { recursive: true });
  const records = allRecords(await reopen(path, { readOnly: true }));
  // One that gives no number to a claim or a source.
  await spoilLine(path, 4);
  const { state, report } = await salvaged(path);
  expect(recordsById(state.records())).toEqual(records);
  expect(report.found).toEqual([{ file: 'journal/000001.jsonl', line: 5, problem: 'damaged' }]);
});

test('what case.json of format 1 no longer has of claims is gone, whatever lines are left', async () => {
  const path = join(await temporaryFolder(), 'Old.assay');
  await cp(join(frozen, 'format-1.assay'), path, { recursive: true });
  // As if a verdict had been removed by a line that is lost.
  await spoil(path, 'case.json', (bytes) => {
    const [, ...lines] = bytes.toString().split('\n');
    const body = lines.filter((line) => !line.includes('"scale":"verdict"')).join('\n');
    return Buffer.from(`{"hash":"${sha256(body)}",\n${body}`);
  });
  await spoilLine(path, 4);
  const { state, report } = await salvaged(path);
  const scales = [...state.all('rating')].map(({ scale }) => scale);
  expect(scales).toContain('admiralty-credibility');
  expect(scales).not.toContain('verdict');
  expect(report.missing.records).toEqual([]);
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
