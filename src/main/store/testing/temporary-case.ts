import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CaseState } from '../../../domain/core/case-state.ts';
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import type { AppError, ErrorCode } from '../../../contract/errors.ts';
import type { DocumentLayout } from '../../../domain/core/layout.ts';
import type { AnyId, AnyRecord, RecordOf, RecordType } from '../../../domain/records/registry.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { recordsById } from '../../../domain/testing/random-walk.ts';
import { type CaseStore, type OpenOptions, createCase, openCase } from '../case-store.ts';
import type { ImportFiles, StoredImport } from '../texts/texts.ts';

/** A folder of its own for a test, gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'assay-test-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** The code of a result that must be a failure. */
export function codeOf(result: Result<unknown, AppError>): ErrorCode {
  if (result.ok) throw new Error('It succeeded');
  return result.error.code;
}

/** Makes a case in a temporary folder; closed when the test ends, if it is not before. */
export async function temporaryCase(now?: () => Date): Promise<CaseStore> {
  const path = join(await temporaryFolder(), 'A case.assay');
  const clock = now === undefined ? {} : { now };
  return closedAtEnd(valueOf(await createCase(path, { name: 'A case', analyst: 'Ada', ...clock })));
}

/** Opens a case that must open; closed when the test ends, if it is not before. */
export async function reopen(path: string, options: Partial<OpenOptions> = {}): Promise<CaseStore> {
  const opened = await openCase(path, { readOnly: false, analyst: 'Ada', ...options });
  return closedAtEnd(valueOf(opened));
}

/** Runs a command that must succeed and answers the ids it made. */
export async function run<N extends CommandName>(
  store: Pick<CaseStore, 'run'>,
  name: N,
  input: CommandInput<N>,
): Promise<readonly AnyId[]> {
  return valueOf(await store.run(name, input)).created;
}

/** What an importer hands to the store for a text file. */
export function filesOf(text: string, layout?: DocumentLayout): ImportFiles {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  const original = { bytes: Buffer.from(text), extension: 'txt' };
  return { documents: [{ text: { text, blocks }, layout }], original };
}

/** A layout that has a text on one page, in one box. */
export function layoutOf(text: string): DocumentLayout {
  const all = { start: 0, end: text.length };
  const box = { ...all, x: 72, y: 90.5, width: 451, height: 12 };
  return { version: 1, pages: [{ ...all, width: 595, height: 842, boxes: [box] }] };
}

/** Stores a file of one document; it must succeed. */
export async function putFiles(
  store: Pick<CaseStore, 'putImports'>,
  files: ImportFiles,
): Promise<StoredImport['documents'][number] & Pick<StoredImport, 'original'>> {
  const [stored] = valueOf(await store.putImports([files]));
  const [document] = stored?.documents ?? [];
  if (stored === undefined || document === undefined) throw new Error('Nothing was stored');
  return { ...document, original: stored.original };
}

/** Imports a text with its files, as an importer would. */
export async function importText(
  store: Pick<CaseStore, 'run' | 'putImports' | 'view'>,
  text: string,
  { format = 'text', pages }: { format?: string; pages?: DocumentLayout } = {},
): Promise<DocumentId> {
  const { text: stored, layout, original } = await putFiles(store, filesOf(text, pages));
  await run(store, 'document/import', {
    documents: [
      {
        ...{ title: text.slice(0, 20), authors: [], date: null, language: null, url: null },
        ...{ publisher: null, format, encoding: 'utf-8', fileName: 'a.txt' },
        ...{ text: stored.hash, length: stored.length, layout, original },
      },
    ],
  });
  return theLast(store, 'document').id;
}

/** The record of a type that came into the case last. */
export function theLast<T extends RecordType>(
  store: Pick<CaseStore, 'view'>,
  type: T,
): RecordOf[T] {
  const last = [...store.view.all(type)].at(-1);
  if (last === undefined) throw new Error(`There is no ${type}`);
  return last;
}

/** The records of a case, by id and as plain data, for comparing. */
export function allRecords(store: { readonly view: Pick<CaseState, 'records'> }): AnyRecord[] {
  return recordsById(store.view.records());
}

function closedAtEnd(store: CaseStore): CaseStore {
  onTestFinished(() => store.close());
  return store;
}
