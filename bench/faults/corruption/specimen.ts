import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openCase } from '../../../src/main/store/case-store.ts';
import { journalOf, linesIn, replay } from '../judge-case.ts';
import {
  aCase,
  documentsOf,
  highlightOf,
  leaveCrashed,
  openForWriting,
} from '../scenarios/a-case.ts';
import { digestOf } from '../testimony.ts';

/** A small case, every byte of which will be damaged. */
export interface Specimen {
  readonly path: string;
  /** Its files as paths in its folder, with their sizes. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** Digests of its records after each of its changes, the last one being all of them. */
  readonly states: readonly string[];
  /** Digests of its records without what each of its changes did. */
  readonly gaps: readonly string[];
  /** Bytes of its journal that its checkpoints hold as well. */
  readonly checkpointed: number;
  /** Where each line of its journal begins, and where the last one ends. */
  readonly lines: readonly number[];
}

const Head = z.object({ journal: z.object({ bytes: z.int() }) });

/** Makes the specimen: half of its changes are in its checkpoints, and its writer died. */
export async function makeSpecimen(folder: string): Promise<Specimen> {
  const first = await aCase(folder);
  const { path } = first;
  const [document] = documentsOf(first);
  await first.run('highlight/create', highlightOf(document));
  await first.close();
  const second = await openForWriting(folder);
  await second.run('claim/create', { on: highlightOf(document) });
  await second.run('source/create', { name: 'Reuters', kind: 'outlet' });
  await second.run('tag/create', { name: 'War' });
  await leaveCrashed(second);
  return describe(path);
}

async function describe(path: string): Promise<Specimen> {
  const entries = await readdir(path, { recursive: true });
  const stats = await Promise.all(entries.map((name) => stat(join(path, name))));
  const files = entries.flatMap((name, index) => {
    const entry = stats[index];
    return entry?.isFile() === true ? [{ name, size: entry.size }] : [];
  });
  const journal = await journalOf(path);
  const changes = linesIn(journal);
  const states = changes.map((_, index) => digestOf(replay(changes.slice(0, index + 1))));
  const gaps = changes.map((gap) => digestOf(replay(changes.filter((change) => change !== gap))));
  const head = Head.parse(JSON.parse(await readFile(join(path, 'case.json'), 'utf8')));
  return {
    ...{ path, files, states, gaps },
    checkpointed: head.journal.bytes,
    lines: [0, ...[...journal.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : []))],
  };
}

/** Opens a case without writing; the error it is refused with otherwise. */
export function openForReading(path: string) {
  return openCase(path, { readOnly: true, analyst: 'Ada' });
}
