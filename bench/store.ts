/**
 * Saving one highlight durably: through the store, against a bare append + fdatasync of as many bytes, and against lowdb
 * with the whole case in one file (which does not fsync), in one run, on case folders of 1 MB to 1 GB. Command and append
 * take turns. Then 1,000 commands at once, which share their fdatasync, and the checkpoint that is written when the analyst
 * pauses. Prints medians in milliseconds, the longest blocks of the main thread and ratios; asserts nothing.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { JSONFilePreset } from 'lowdb/node';
import type { DocumentId } from '../src/domain/records/document/record.ts';
import type { AnyRecord } from '../src/domain/records/registry.ts';
import { type CaseStore, openCase } from '../src/main/store/case-store.ts';
import { makeLargeCase } from '../src/main/store/testing/large-case.ts';
import { Blocks } from './shared/blocks.ts';
import { caseSizes } from './shared/case-sizes.ts';
import { median, milliseconds, printTable, ratio } from './shared/table.ts';

const turns = 1_000;
// Rewriting the whole case takes long, and its garbage would slow what is measured beside it.
const wholeTurns = 5;
const group = 1_000;
const groupTurns = 5;
// A checkpoint begins two seconds after the last change.
const pauseMilliseconds = 4_000;

interface Contest {
  readonly store: CaseStore;
  readonly document: DocumentId;
  readonly folder: string;
}

/** Measures every size in a fresh folder. */
export async function run(): Promise<void> {
  // What a process does for the first time it compiles; the first size would pay for all.
  await inFolder((folder) => measure(folder, 1, false));
  const rows: string[][] = [];
  for (const size of caseSizes) {
    const cells = await inFolder((folder) => measure(folder, size.documents, size.fitsOneFile));
    rows.push([size.name, ...cells]);
  }
  printTable(
    [
      ...[
        'case',
        'command, ms',
        'append + fdatasync',
        'command ÷ append',
        'longest block (garbage)',
      ],
      ...['checkpoint, block (garbage)', 'lowdb, one file', 'lowdb ÷ command'],
      ...[`${group} at once, ms`, `${group} at once ÷ one`],
    ],
    rows,
  );
}

async function inFolder(work: (folder: string) => Promise<string[]>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-store-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(folder: string, documents: number, fitsOneFile: boolean): Promise<string[]> {
  const contest = await caseOf(folder, documents);
  const lineBytes = await bytesOfOneCommand(contest);
  const appended = await open(join(folder, 'bare.jsonl'), 'a');
  const line = Buffer.alloc(lineBytes, 'x');
  const taken: { command: number[]; bare: number[] } = { command: [], bare: [] };
  const saving = new Blocks();
  for (let turn = 0; turn < turns; turn += 1) {
    taken.command.push(await timed(() => highlight(contest, turn)));
    taken.bare.push(
      await timed(async () => {
        await appended.write(line);
        await appended.datasync();
      }),
    );
  }
  const held = saving.end();
  const together: number[] = [];
  for (let turn = 0; turn < groupTurns; turn += 1) {
    together.push(await timed(() => highlightAtOnce(contest)));
  }
  await appended.close();
  const checkpointing = new Blocks();
  await setTimeout(pauseMilliseconds);
  const heldByCheckpoint = checkpointing.end();
  const lowdb = fitsOneFile ? await saveWithLowdb(contest) : null;
  await contest.store.close();
  const command = median(taken.command);
  const bare = median(taken.bare);
  return [
    ...[milliseconds(command), milliseconds(bare), ratio(command, bare)],
    ...[held, heldByCheckpoint],
    ...(lowdb === null ? ['cannot', ''] : [milliseconds(lowdb), ratio(lowdb, command)]),
    ...[milliseconds(median(together)), ratio(median(together), command)],
  ];
}

async function saveWithLowdb({ store, folder }: Contest): Promise<number> {
  const records = [...store.view.records()];
  const [record] = records;
  const database = await JSONFilePreset<{ records: AnyRecord[] }>(join(folder, 'lowdb.json'), {
    records,
  });
  const taken: number[] = [];
  for (let turn = 0; turn < wholeTurns; turn += 1) {
    if (record !== undefined) database.data.records.push(record);
    taken.push(await timed(() => database.write()));
  }
  return median(taken);
}

async function caseOf(folder: string, documents: number): Promise<Contest> {
  const path = join(folder, 'case.assay');
  await makeLargeCase(path, { documents, highlights: 20 });
  const opened = await openCase(path, { readOnly: false, analyst: 'Bench' });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const [document] = store.view.all('document');
  if (document === undefined) throw new Error('The case has no document');
  return { store, document: document.id, folder };
}

async function highlight({ store, document }: Contest, number: number): Promise<void> {
  const start = (number * 97) % 3_000;
  const ranges = [{ start, end: start + 60 }];
  const done = await store.run('highlight/create', { document, ranges });
  if (!done.ok) throw new Error(done.error.message);
}

async function highlightAtOnce(contest: Contest): Promise<void> {
  await Promise.all(Array.from({ length: group }, (_, index) => highlight(contest, index)));
}

// What a command of this kind adds to the journal.
async function bytesOfOneCommand(contest: Contest): Promise<number> {
  let bytes = 0;
  const stop = contest.store.subscribe(({ diff }) => {
    // The line around the diff has about this many bytes.
    bytes = JSON.stringify(diff).length + 350;
  });
  await highlight(contest, 1);
  stop();
  return bytes;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
