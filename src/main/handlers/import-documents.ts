import { createHash } from 'node:crypto';
import type { ImportOutcome, ImportProgress, ImportReport } from '../../contract/imports.ts';
import { type AppError, appError } from '../../domain/errors.ts';
import type { CommandInput } from '../../domain/commands/registry.ts';
import type { DocumentId } from '../../domain/model/ids.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { ImportPool } from '../importers/import-worker-pool.ts';
import type { CaseStore } from '../store/case-store.ts';

/** One file to import; its bytes are read only when its turn comes. */
export interface ImportInput {
  readonly name: string;
  readonly mediaType?: string;
  load(): Promise<Result<Uint8Array, AppError>>;
}

/** What an import works on and whom it tells. */
export interface ImportTask {
  readonly job: string;
  readonly store: CaseStore;
  readonly pool: ImportPool;
  readonly inputs: readonly ImportInput[];
  readonly signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

type ReadyDocument = CommandInput<'document/import'>['documents'][number];

/** A file that was read: a document to add, or a word on why not. `twin` is the index of an equal file before it. */
type Reading =
  | { readonly status: 'ready'; readonly name: string; readonly document: ReadyDocument }
  | { readonly status: 'twin'; readonly name: string; readonly hash: string }
  | ImportOutcome;

/**
 * Imports files into a case as one change. Bad files do not stop it; they are in the report with the reason. Cancelled,
 * it adds nothing. Files whose bytes the case already has, or that come twice, are recognised and not added again.
 */
export async function importDocuments(task: ImportTask): Promise<Result<ImportReport, AppError>> {
  const readings: Reading[] = [];
  const seen = new Set<string>();
  for (const [done, input] of task.inputs.entries()) {
    if (task.signal.aborted) break;
    task.onProgress({ job: task.job, done, total: task.inputs.length, current: input.name });
    readings.push(await readOne(task, input, seen));
  }
  if (task.signal.aborted) return ok(cancelled(task, readings));
  return add(task, readings);
}

async function readOne(task: ImportTask, input: ImportInput, seen: Set<string>): Promise<Reading> {
  const { name, mediaType } = input;
  const loaded = await input.load();
  if (!loaded.ok) return { name, status: 'failed', error: loaded.error };
  const bytes = loaded.value;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const known = task.store.knownOriginal(hash);
  if (known !== undefined) return { name, status: 'known', document: known };
  if (seen.has(hash)) return { name, status: 'twin', hash };
  const file = { name, bytes, ...(mediaType === undefined ? {} : { mediaType }) };
  const read = await task.pool.read(file, task.signal);
  if (!read.ok) return { name, status: 'failed', error: read.error };
  const { format, encoding, text, metadata, publisher } = read.value;
  const original = await task.store.putOriginal(bytes, extensionOf(name, format));
  if (!original.ok) return { name, status: 'failed', error: original.error };
  const stored = await task.store.putText(text);
  if (!stored.ok) return { name, status: 'failed', error: stored.error };
  seen.add(hash);
  const document: ReadyDocument = {
    ...metadata,
    publisher,
    format,
    encoding,
    fileName: name,
    text: stored.value.hash,
    length: text.text.length,
    original: original.value,
  };
  return { name, status: 'ready', document };
}

async function add(
  task: ImportTask,
  readings: readonly Reading[],
): Promise<Result<ImportReport, AppError>> {
  const ready = readings.filter((reading) => reading.status === 'ready');
  const added = new Map<string, DocumentId>();
  if (ready.length > 0) {
    const documents = ready.map((reading) => reading.document);
    const outcome = await task.store.run('document/import', { documents });
    if (!outcome.ok) return err(outcome.error);
    for (const document of task.store.view.all('document')) {
      added.set(document.original.hash, document.id);
    }
  }
  const outcomes = readings.map((reading) => outcomeOf(reading, added));
  return ok({ job: task.job, cancelled: false, outcomes });
}

function outcomeOf(reading: Reading, added: ReadonlyMap<string, DocumentId>): ImportOutcome {
  if (reading.status !== 'ready' && reading.status !== 'twin') return reading;
  const hash = reading.status === 'ready' ? reading.document.original.hash : reading.hash;
  const document = added.get(hash);
  if (document === undefined) throw new Error(`The case does not hold “${reading.name}”`);
  const status = reading.status === 'ready' ? 'imported' : 'known';
  return { name: reading.name, status, document };
}

function cancelled(task: ImportTask, readings: readonly Reading[]): ImportReport {
  const outcomes = task.inputs.map(({ name }, index): ImportOutcome => {
    const reading = readings[index];
    if (reading?.status === 'failed' || reading?.status === 'known') return reading;
    return { name, status: 'failed', error: appError('import/cancelled', { name }) };
  });
  return { job: task.job, cancelled: true, outcomes };
}

// Only a plain extension becomes part of a file name in the case folder.
function extensionOf(name: string, format: string): string {
  const found = /\.([a-z0-9]{1,8})$/u.exec(name.toLowerCase())?.[1];
  return found ?? { text: 'txt', markdown: 'md', html: 'html' }[format] ?? 'txt';
}
