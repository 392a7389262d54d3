import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../../src/contract/errors.ts';
import type { Result } from '../../../src/domain/core/result.ts';
import {
  type CaseStore,
  type OpenOptions,
  createCase,
  openCase,
} from '../../../src/main/store/case-store.ts';
import { journalOf, judgeCase, requests } from '../judge-case.ts';
import type { DocumentId } from '../../../src/domain/records/document/record.ts';
import type { Scenario } from '../scenario.ts';
import type { Witness } from '../witness.ts';

// What stands for `"pid":…` in the lock of a writer that died: no system numbers its processes as high.
const deadProcess = '"pid":999999999';

/** Where a scenario's case is in its folder. */
export function casePath(folder: string): string {
  return join(folder, 'A case.assay');
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** A new, open case with as many documents. */
export async function aCase(folder: string, documents = 1): Promise<CaseStore> {
  const made = await createCase(casePath(folder), { name: 'A case', analyst: 'Ada' });
  const store = valueOf(made);
  const names = Array.from({ length: documents }, (_, index) => `Report ${index + 1}`);
  if (documents > 0) valueOf(await store.run('document/import', await storedImport(store, names)));
  return store;
}

/** Opens the case for a scenario and has it watched. */
export async function openWatched(folder: string, witness: Witness): Promise<CaseStore> {
  const store = await openForWriting(folder);
  witness.watch(store);
  return store;
}

/** Opens the case as an analyst would, a second time if it is refused, and changes it; null if it was refused twice. */
export async function openAndChange(
  folder: string,
  witness: Witness,
  way: Partial<OpenOptions> = {},
): Promise<CaseStore | null> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const opened = await witness.ask(requests.open, () =>
      openCase(casePath(folder), { readOnly: false, analyst: 'Ada', ...way }),
    );
    if (!opened.ok) continue;
    witness.watch(opened.value);
    await witness.run('tag/create', { name: 'War' });
    return opened.value;
  }
  return null;
}

/** Closes a case and leaves its folder as a crash before that would have: with a lock whose owner is dead. */
export async function leaveCrashed(store: CaseStore): Promise<void> {
  const { path } = store;
  await cp(path, `${path} copy`, { recursive: true });
  await store.close();
  await rm(path, { recursive: true });
  await rename(`${path} copy`, path);
  const lock = await readFile(join(path, 'lock'), 'utf8');
  await writeFile(join(path, 'lock'), lock.replace(/"pid":\d+/, deadProcess));
}

/** Opens a scenario's case without anybody watching. */
export async function openForWriting(folder: string): Promise<CaseStore> {
  return valueOf(await openCase(casePath(folder), { readOnly: false, analyst: 'Ada' }));
}

async function storedImport(store: CaseStore, names: readonly string[]) {
  const stored = valueOf(await store.putImports(filesOf(names)));
  return importInput(names, stored);
}

/** The files of short documents, each on a page. */
export function filesOf(names: readonly string[]) {
  return names.map((name) => {
    const text = textOf(name);
    const all = { start: 0, end: text.length };
    const boxes = [{ ...all, x: 72, y: 72, width: 451, height: 14 }];
    return {
      documents: [
        {
          text: { text, blocks: [{ kind: 'paragraph' as const, ...all }] },
          layout: { version: 1 as const, pages: [{ ...all, width: 595, height: 842, boxes }] },
        },
      ],
      original: { bytes: Buffer.from(text), extension: 'txt' },
    };
  });
}

/** What `document/import` takes for stored files. */
export function importInput(
  names: readonly string[],
  stored: Extract<Awaited<ReturnType<CaseStore['putImports']>>, { ok: true }>['value'],
) {
  return {
    documents: stored.flatMap(({ original, documents }, index) =>
      documents.map(({ text, layout }) => ({
        ...{ title: names[index] ?? '', authors: [], date: null, language: null, url: null },
        ...{ publisher: null, format: 'text', encoding: 'utf-8', fileName: 'a.txt' },
        ...{ text: text.hash, length: text.length, layout, original },
      })),
    ),
  };
}

/** The documents of a case, oldest first. */
export function documentsOf(store: CaseStore): DocumentId[] {
  return [...store.view.all('document')].map(({ id }) => id);
}

/** Marks the first word of a document. */
export function highlightOf(document: DocumentId | undefined) {
  return { document, ranges: [{ start: 0, end: 6 }] };
}

/** Changes one byte in the middle of a file and answers what the file then holds. */
export async function spoil(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, bytes);
  return bytes;
}

/** How most scenarios are judged: what the prepared journal holds is acknowledged, and nothing was damaged. */
export const judgeWhole: Scenario['judge'] = async (folder, before, testimony) => {
  const journal = await journalOf(casePath(before));
  return judgeCase(casePath(folder), { journal, kept: [] }, testimony);
};

function textOf(name: string): string {
  return `${name} says that NATO left Baghdad. ${'What it says is long. '.repeat(10)}`;
}
