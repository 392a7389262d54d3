/**
 * Saving one highlight durably: through the store, against a bare append + fdatasync of as many bytes, and against lowdb
 * with the whole case in one file (which does not fsync), in one run, on cases of 1 and 10 MB of records. Command and append
 * take turns. Then 1,000 commands at once, which share their fdatasync. Prints medians in milliseconds and ratios; asserts nothing.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import type { DocumentId } from '../src/domain/model/ids.ts';
import type { AnyRecord } from '../src/domain/model/records.ts';
import { type CaseStore, createCase } from '../src/main/store/case-store.ts';
import { makeParagraphs } from './shared/news.ts';
import { randomNumbers } from './shared/random.ts';
import { median, milliseconds, printTable, ratio } from './shared/table.ts';

const sizes = [
  { name: '1 MB', bytes: 1_000_000 },
  { name: '10 MB', bytes: 10_000_000 },
];
const turns = 400;
// Rewriting the whole case takes long, and its garbage would slow what is measured beside it.
const wholeTurns = 15;
const group = 1_000;
const paragraphs = makeParagraphs(200_000, randomNumbers(1));

interface Contest {
  readonly store: CaseStore;
  readonly document: DocumentId;
  readonly folder: string;
}

/** Measures every size in a fresh folder. */
export async function run(): Promise<void> {
  const rows: string[][] = [];
  for (const { name, bytes } of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'assay-bench-store-'));
    try {
      rows.push([name, ...(await measure(folder, bytes))]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  printTable(
    [
      ...['case', 'command, ms', 'append + fdatasync', 'command ÷ append'],
      ...['lowdb, one file', 'lowdb ÷ command', `${group} at once, each`],
    ],
    rows,
  );
}

async function measure(folder: string, bytes: number): Promise<string[]> {
  const contest = await caseOf(folder, bytes);
  const lineBytes = await bytesOfOneCommand(contest);
  const appended = await open(join(folder, 'bare.jsonl'), 'a');
  const line = Buffer.alloc(lineBytes, 'x');
  const taken: { command: number[]; bare: number[]; lowdb: number[] } = {
    ...{ command: [], bare: [], lowdb: [] },
  };
  for (let turn = 0; turn < turns; turn += 1) {
    taken.command.push(await timed(() => highlight(contest, turn)));
    taken.bare.push(
      await timed(async () => {
        await appended.write(line);
        await appended.datasync();
      }),
    );
  }
  const together = await timed(() =>
    Promise.all(Array.from({ length: group }, (_, index) => highlight(contest, index))),
  );
  const records = [...contest.store.view.records()];
  const database = await JSONFilePreset(join(folder, 'lowdb.json'), { records });
  for (let turn = 0; turn < wholeTurns; turn += 1)
    taken.lowdb.push(await timed(() => saveWhole(database, records)));
  await appended.close();
  await contest.store.close();
  const command = median(taken.command);
  const bare = median(taken.bare);
  const lowdb = median(taken.lowdb);
  return [
    ...[milliseconds(command), milliseconds(bare), ratio(command, bare)],
    ...[milliseconds(lowdb), ratio(lowdb, command), milliseconds(together / group)],
  ];
}

async function saveWhole(
  database: { data: { records: AnyRecord[] }; write: () => Promise<void> },
  records: readonly AnyRecord[],
): Promise<void> {
  const [record] = records;
  if (record !== undefined) database.data.records.push(record);
  await database.write();
}

async function caseOf(folder: string, bytes: number): Promise<Contest> {
  const created = await createCase(join(folder, 'case.assay'), { name: 'Bench', analyst: 'Bench' });
  if (!created.ok) throw new Error(created.error.message);
  const store = created.value;
  const document = await addDocument(store);
  const contest = { store, document, folder };
  const each = JSON.stringify(await recordOfOneCommand(contest)).length;
  for (let made = 0; made * each < bytes; made += group) {
    const wanted = Math.min(group, Math.ceil(bytes / each) - made);
    await Promise.all(
      Array.from({ length: wanted }, (_, index) => highlight(contest, made + index)),
    );
  }
  return contest;
}

async function addDocument(store: CaseStore): Promise<DocumentId> {
  const text = { text: paragraphs.join('\n'), blocks: [] };
  const stored = await store.putText(text);
  const original = await store.putOriginal(Buffer.from(text.text), 'txt');
  if (!stored.ok || !original.ok) throw new Error('The text could not be stored');
  const facts = { title: 'Bench', authors: [], date: null, language: null, url: null };
  const added = await store.run('document/import', {
    documents: [
      {
        ...{ ...facts, publisher: null, format: 'text', encoding: 'utf-8', fileName: 'bench.txt' },
        ...{ text: stored.value.hash, length: stored.value.length, original: original.value },
      },
    ],
  });
  const [document] = [...store.view.all('document')];
  if (!added.ok || document === undefined) throw new Error('The document could not be added');
  return document.id;
}

async function highlight({ store, document }: Contest, number: number): Promise<void> {
  const start = (number * 97) % 190_000;
  const ranges = [{ start, end: start + 60 }];
  const done = await store.run('highlight/create', { document, ranges });
  if (!done.ok) throw new Error(done.error.message);
}

async function recordOfOneCommand(contest: Contest): Promise<AnyRecord | undefined> {
  await highlight(contest, 0);
  return [...contest.store.view.all('highlight')].at(-1);
}

// What a command of this kind adds to the journal.
async function bytesOfOneCommand(contest: Contest): Promise<number> {
  const journal = await open(join(contest.store.path, 'journal', '000001.jsonl'), 'r');
  const before = (await journal.stat()).size;
  await highlight(contest, 1);
  const after = (await journal.stat()).size;
  await journal.close();
  return after - before;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
