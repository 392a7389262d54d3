/**
 * Opening a case: until its first document can be read and until all of it is there, against lowdb loading the same records
 * and texts from one file. Each case is opened several times; prints medians in milliseconds and ratios; asserts nothing.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { type CaseStore, openCase } from '../src/main/store/case-store.ts';
import { makeLargeCase } from '../src/main/store/testing/large-case.ts';
import { builtWorker } from './shared/built-worker.ts';
import { caseSizes } from './shared/case-sizes.ts';
import { median, milliseconds, printTable, ratio } from './shared/table.ts';

const turns = 9;

const readerSource = new URL('../src/main/store/checkpoints/worker.ts', import.meta.url);

// A case and the worker that reads its checkpoints.
interface Opening {
  readonly path: string;
  readonly readerPath: string;
}

interface Times {
  /** Null for a case so small that it is opened as a whole. */
  readonly first: number | null;
  readonly whole: number;
}

/** Measures every size in a fresh folder. */
export async function run(): Promise<void> {
  const rows: string[][] = [];
  for (const { name, documents, fitsOneFile } of caseSizes) {
    const folder = await mkdtemp(join(tmpdir(), 'assay-bench-open-'));
    try {
      const path = join(folder, 'case.assay');
      await makeLargeCase(path, { documents, highlights: 20 });
      const readerPath = await builtWorker(readerSource, join(folder, 'worker'));
      const opening = { path, readerPath };
      rows.push([name, documents.toLocaleString(), ...(await measure(opening, fitsOneFile))]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  printTable(
    [
      ...['case', 'documents', 'first document, ms', 'whole case, ms'],
      ...['lowdb, one file', 'lowdb ÷ first document', 'whole case ÷ lowdb'],
    ],
    rows,
  );
}

async function measure(opening: Opening, fitsOneFile: boolean): Promise<string[]> {
  const times: Times[] = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(await open(opening));
  const whole = median(times.map((time) => time.whole));
  const firsts = times.flatMap(({ first }) => (first === null ? [] : [first]));
  const first = firsts.length === 0 ? whole : median(firsts);
  const lowdb = fitsOneFile ? await loadWithLowdb(opening) : null;
  return [
    ...[milliseconds(first), milliseconds(whole)],
    ...(lowdb === null
      ? ['cannot', '', '']
      : [milliseconds(lowdb), ratio(lowdb, first), ratio(whole, lowdb)]),
  ];
}

async function open(opening: Opening): Promise<Times> {
  const started = performance.now();
  let first: number | null = null;
  const store = await opened(opening, {
    choose: () => null,
    show: () => {
      first = performance.now() - started;
    },
  });
  const whole = performance.now() - started;
  await store.close();
  return { first, whole };
}

async function opened(
  { path, readerPath }: Opening,
  preview?: Parameters<typeof openCase>[1]['preview'],
): Promise<CaseStore> {
  const options = { readerPath, ...(preview === undefined ? {} : { preview }) };
  const result = await openCase(path, { readOnly: false, analyst: 'Bench', ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function loadWithLowdb(opening: Opening): Promise<number> {
  const file = join(opening.path, '..', 'lowdb.json');
  const store = await opened(opening);
  const texts: string[] = [];
  for (const { id } of store.view.all('document')) {
    const text = await store.readText(id);
    if (text.ok) texts.push(text.value.text);
  }
  await writeFile(file, JSON.stringify({ records: [...store.view.records()], texts }));
  await store.close();
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const started = performance.now();
    await JSONFilePreset(file, { records: [], texts: [] });
    taken.push(performance.now() - started);
  }
  return median(taken);
}
