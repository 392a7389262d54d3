import type { ImportOutcome, ImportProgress, ImportReport } from '../../contract/imports.ts';
import type { CommandInput } from '../../domain/commands/registry.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import type { OneOrMore } from '../../domain/core/one-or-more.ts';
import { type Result, ok } from '../../domain/core/result.ts';
import { usualExtension } from '../formats/documents/formats.ts';
import type { ImportPool } from '../formats/documents/import-worker-pool.ts';
import type { Sha256 } from '../../domain/core/record-id.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';
import type { ReadDocument } from '../formats/documents/read-document.ts';
import type { CaseStore } from '../store/case-store.ts';
import { sha256 } from '../store/journal/journal-line.ts';
import type { StoredImport } from '../store/texts/texts.ts';

/** One file to import; its bytes are read only when its turn comes. */
export interface ImportInput {
  readonly name: string;
  readonly mediaType?: string;
  load(): Promise<Result<Uint8Array, AppError>>;
}

/** What an import works on and whom it tells. */
export interface ImportTask {
  readonly store: CaseStore;
  readonly pool: ImportPool;
  readonly inputs: readonly ImportInput[];
  readonly signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

type NewDocument = CommandInput<'document/import'>['documents'][number];

/** What came of one file so far: something final, or the content by which its documents will be found. */
type Reading =
  ImportOutcome | { readonly name: string; readonly isFirst: boolean; readonly hash: Sha256 };

/** A file that was read and of which nothing is stored yet. */
interface Waiting {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly read: OneOrMore<ReadDocument>;
}

// Bytes of originals. Files are stored together, many at a time, because syncing their folders is what costs.
const storedTogether = 8_000_000;

/**
 * Imports files into a case as one change. Bad files do not stop it; they are in the report with the reason. Cancelled,
 * it adds nothing. Files whose bytes the case already has, or that come twice, are recognised and not added again.
 * Fails as a whole only where the case cannot be written to.
 */
export async function importDocuments(task: ImportTask): Promise<Result<ImportReport, AppError>> {
  const batch = new Batch(task.store);
  const readings: Reading[] = [];
  for (const [done, input] of task.inputs.entries()) {
    if (task.signal.aborted) break;
    task.onProgress({ done, total: task.inputs.length, current: input.name });
    readings.push(await readOne(task, input, batch));
    const stored = await batch.storeIfLarge();
    if (!stored.ok) return stored;
  }
  if (!task.signal.aborted) {
    const stored = await batch.storeWaiting();
    if (!stored.ok) return stored;
  }
  // The last moment to cancel: what follows is one change, which can be undone.
  if (task.signal.aborted) {
    batch.discard();
    return ok(cancelled(task, readings));
  }
  const added = await batch.add();
  if (!added.ok) return added;
  const outcomes = readings.map((reading) => outcomeOf(reading, task.store));
  return ok({ cancelled: false, outcomes });
}

async function readOne(task: ImportTask, input: ImportInput, batch: Batch): Promise<Reading> {
  const { name, mediaType } = input;
  const loaded = await input.load();
  if (!loaded.ok) return { name, status: 'failed', error: loaded.error };
  const bytes = loaded.value;
  const hash = sha256(bytes);
  const known = documentsOf(task.store, hash);
  // Looked up before the file is parsed: a folder that is imported again costs its reading only.
  if (known !== null) return { name, status: 'known', documents: known };
  // The same bytes came earlier in this import; the documents they become are known once all is added.
  if (batch.has(hash)) return { name, isFirst: false, hash };
  const item = { name, bytes, ...(mediaType === undefined ? {} : { mediaType }) };
  const read = await task.pool.read(item, task.signal);
  if (!read.ok) return { name, status: 'failed', error: read.error };
  batch.take(hash, { name, bytes, read: read.value });
  return { name, isFirst: true, hash };
}

/** The documents of one import on their way into the case. */
class Batch {
  readonly #store: CaseStore;
  readonly #hashes = new Set<Sha256>();
  readonly #documents: NewDocument[] = [];
  readonly #stored: StoredImport[] = [];
  #waiting: Waiting[] = [];
  #waitingBytes = 0;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  /** Tells whether a file of these bytes was taken already. */
  has(hash: Sha256): boolean {
    return this.#hashes.has(hash);
  }

  /** Takes a file that was read, to be stored with others. Its bytes stay in memory until then. */
  take(hash: Sha256, file: Waiting): void {
    this.#hashes.add(hash);
    this.#waiting.push(file);
    this.#waitingBytes += file.bytes.length;
  }

  /** Stores what waits once it is worth a sync of folders, so that memory holds no more than that and one file. */
  async storeIfLarge(): Promise<Result<null, AppError>> {
    return this.#waitingBytes < storedTogether ? ok(null) : this.storeWaiting();
  }

  /** Adds everything that was stored as one change. */
  async add(): Promise<Result<null, AppError>> {
    if (this.#documents.length === 0) return ok(null);
    const outcome = await this.#store.run('document/import', { documents: this.#documents });
    return outcome.ok ? ok(null) : outcome;
  }

  /** Leaves nothing of the import in the case's folder. Not after `add`: what it refused may be on disk all the same. */
  discard(): void {
    this.#store.discardImports(this.#stored);
  }

  /** Stores what waits; where that fails, nothing of the import stays. */
  async storeWaiting(): Promise<Result<null, AppError>> {
    const files = this.#waiting;
    const stored = await this.#store.putImports(
      // One original may have become several documents; it is stored once.
      files.map(({ name, bytes, read }) => ({
        documents: read,
        original: { bytes, extension: extensionOf(name, read) },
      })),
    );
    if (!stored.ok) {
      this.discard();
      return stored;
    }
    this.#stored.push(...stored.value);
    for (const [index, file] of files.entries())
      this.#documents.push(...newDocuments(file, stored.value[index]));
    this.#waiting = [];
    this.#waitingBytes = 0;
    return ok(null);
  }
}

function newDocuments({ name, read }: Waiting, stored: StoredImport | undefined): NewDocument[] {
  return read.map(({ metadata, publisher, format, encoding }, index) => {
    const document = stored?.documents[index];
    if (stored === undefined || document === undefined) throw new Error(`“${name}” was not stored`);
    const { hash, length } = document.text;
    const files = { text: hash, length, layout: document.layout, original: stored.original };
    return { ...metadata, publisher, format, encoding, fileName: name, ...files };
  });
}

// What the case has of a file with a certain content, if anything.
function documentsOf(store: CaseStore, original: Sha256): OneOrMore<DocumentId> | null {
  const [first, ...others] = store.documentsFrom(original);
  return first === undefined ? null : [first, ...others];
}

function outcomeOf(reading: Reading, store: CaseStore): ImportOutcome {
  if ('status' in reading) return reading;
  const { name, isFirst, hash } = reading;
  const documents = documentsOf(store, hash);
  if (documents === null) throw new Error(`The case does not hold “${name}”`);
  return { name, status: isFirst ? 'imported' : 'known', documents };
}

function cancelled({ inputs }: ImportTask, readings: readonly Reading[]): ImportReport {
  const outcomes = inputs.map(({ name }, index): ImportOutcome => {
    const reading = readings[index];
    // What failed, or was in the case already, stays true. What was read has come to nothing.
    if (reading !== undefined && 'status' in reading) return reading;
    return { name, status: 'failed', error: appError('import/cancelled', { name }) };
  });
  return { cancelled: true, outcomes };
}

// Only a plain extension becomes part of a file name in the case folder.
function extensionOf(name: string, [{ format }]: OneOrMore<ReadDocument>): string {
  return /\.([a-z0-9]{1,8})$/u.exec(name.toLowerCase())?.[1] ?? usualExtension(format);
}
