import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { z } from 'zod';
import { type AnyRecord, RecordType, fitsRecord } from '../../../domain/records/registry.ts';
import type { WholeCase } from '../../migrations/migration.ts';
import { currentFormat, upgradeRecord } from '../../migrations/registry.ts';
import { type DocumentId, isDocumentId } from '../../../domain/records/document/record.ts';
import { type FolderSync, placeFile, readPlainFile, writeFully } from '../disk/durable-files.ts';
import { isSystemError } from '../disk/file-errors.ts';
import { JournalMark, LineEnd } from '../journal/journal-line.ts';
import type { Slices } from '../disk/slices.ts';
import { isIntact, sealOf } from './seal.ts';

/** What `case.json` says besides the records that belong to no document. */
export const CaseHead = z.strictObject({
  format: z.int().min(1),
  /** Up to where all checkpoints together are complete. */
  journal: JournalMark,
  /** Each document's checkpoint, with the change up to which it is complete at least. */
  documents: z.custom<readonly [DocumentId, number][]>(isDocumentList, 'is no list of documents'),
  /** The highest short number of each type that was given up to then, also to records that are gone; absent before format 4. */
  numbers: z.partialRecord(RecordType, z.int().min(0)).optional(),
});
export type CaseHead = z.infer<typeof CaseHead>;

// By hand: for ten thousand documents a schema takes longer than all the rest of what the first document waits for.
function isDocumentList(list: unknown): boolean {
  return Array.isArray(list) && list.every(isListedDocument);
}

function isListedDocument(entry: unknown): boolean {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [id, seq] = entry as unknown[];
  return isDocumentId(id) && Number.isSafeInteger(seq) && Number(seq) >= 0;
}

/** The format from which on a document's checkpoint says its line. */
export const lineSaidSince = 3;

/** What `documents/<id>.json` says besides the document with its highlights and claims. */
export const DocumentHead = z.strictObject({
  format: z.int().min(1),
  /** The change up to which it is complete. */
  seq: z.int().min(0),
  /** The line of that change, so that a checkpoint of a fork of the case is told apart; absent before {@link lineSaidSince}. */
  line: LineEnd.optional(),
});
export type DocumentHead = z.infer<typeof DocumentHead>;

/** A whole checkpoint. */
export type Checkpoint<H> = H & { readonly records: readonly AnyRecord[] };

/** What a checkpoint turned out to be when it was read. */
export type CheckpointReading<H> =
  | { readonly status: 'intact'; readonly data: Checkpoint<H> }
  | { readonly status: 'missing' }
  | { readonly status: 'damaged' }
  | { readonly status: 'newer'; readonly format: number };

/** Where a checkpoint is kept, and what it says besides its records. */
export interface CheckpointPlace<H> {
  readonly folder: string;
  readonly name: string;
  readonly head: z.ZodType<H>;
  /** The case as a whole, which upgrading a record of an older format takes. */
  readonly whole: () => Promise<WholeCase>;
  /** What stands there, where that was read already and found to be intact by its seal. */
  readonly sealed?: Uint8Array | null;
}

// UTF-16 units that are put into words and sealed at a time; well within a slice.
const chunkUnits = 1 << 17;

const AnyCheckpoint = z.looseObject({
  format: z.int().min(1),
  // Each record is looked at later; to go through the list here as well would be in vain.
  records: z.custom<readonly unknown[]>(Array.isArray),
});

/** Reads a checkpoint; a format newer than this program's is still "intact" if it fits what this program knows. */
export async function readCheckpoint<H>(
  place: CheckpointPlace<H>,
  slices: Slices,
): Promise<CheckpointReading<H>> {
  // lowdb reads and writes through the adapter below, which adds what it lacks: the seal, slices and syncs.
  const low = new Low<Checkpoint<H> | null>(new CheckpointAdapter(place, slices), null);
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof CheckpointProblem)) throw error;
    return error.newerFormat === null
      ? { status: 'damaged' }
      : { status: 'newer', format: error.newerFormat };
  }
  return low.data === null ? { status: 'missing' } : { status: 'intact', data: low.data };
}

/** Writes a checkpoint durably; its folder is synced together with others' through `sync`. */
export async function writeCheckpoint<H>(
  place: CheckpointPlace<H>,
  data: Checkpoint<H>,
  sync: FolderSync,
  slices: Slices,
): Promise<void> {
  const adapter = new CheckpointAdapter(place, slices);
  await new Low<Checkpoint<H> | null>(adapter, data).write();
  await sync.sync();
}

/** Why a checkpoint could not be used. */
class CheckpointProblem extends Error {
  readonly newerFormat: number | null;

  constructor(newerFormat: number | null = null) {
    super('A checkpoint cannot be used');
    this.newerFormat = newerFormat;
  }
}

class CheckpointAdapter<H> implements Adapter<Checkpoint<H> | null> {
  readonly #place: CheckpointPlace<H>;
  readonly #slices: Slices;

  constructor(place: CheckpointPlace<H>, slices: Slices) {
    this.#place = place;
    this.#slices = slices;
  }

  async read(): Promise<Checkpoint<H> | null> {
    const { folder, name, sealed } = this.#place;
    const bytes = sealed ?? (await readBytes(join(folder, name)));
    return bytes === null ? null : parse(bytes, this.#place, this.#slices);
  }

  async write(data: Checkpoint<H> | null): Promise<void> {
    if (data === null) return;
    const { folder, name } = this.#place;
    const { records, ...head } = data;
    const chunks = await serialize(piecesOf(head, records), this.#slices);
    await placeFile(folder, name, (handle) => writeChunks(handle, chunks));
  }
}

async function readBytes(path: string): Promise<Buffer | null> {
  try {
    return (await readPlainFile(path)) ?? null;
  } catch (error) {
    // A sector that cannot be read is damage like any other: the journal still has what stood there.
    if (isSystemError(error) && error.code === 'EIO') throw new CheckpointProblem();
    throw error;
  }
}

async function parse<H>(
  bytes: Uint8Array,
  { head: schema, whole, sealed }: CheckpointPlace<H>,
  slices: Slices,
): Promise<Checkpoint<H>> {
  const checkpoint = AnyCheckpoint.safeParse(parseJson(bytes));
  if (!checkpoint.success) throw new CheckpointProblem();
  const { hash, records, ...rest } = checkpoint.data;
  const seal = sealOf(bytes);
  const fits = seal === hash && (sealed === bytes || isIntact(bytes));
  // A newer program may seal in another way; under a seal of ours that is broken, even the format is not to be believed.
  if (!fits && seal !== null) throw new CheckpointProblem();
  const head = fits ? schema.safeParse(rest) : null;
  if (head?.success !== true) throw problemOf(rest.format);
  const parsed: AnyRecord[] = [];
  const upgrade = await upgradeFrom(rest.format, whole);
  for (const record of records) {
    const upgraded = upgrade(record);
    if (!fitsRecord(upgraded)) throw problemOf(rest.format);
    parsed.push(upgraded);
    if (slices.used()) await slices.pause();
  }
  return { ...head.data, records: parsed };
}

function problemOf(format: number): CheckpointProblem {
  return new CheckpointProblem(format > currentFormat ? format : null);
}

async function upgradeFrom(
  format: number,
  whole: () => Promise<WholeCase>,
): Promise<(record: unknown) => unknown> {
  if (format >= currentFormat) return (record) => record;
  const known = await whole();
  return (record) => upgradeRecord(record, format, known);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return null;
  }
}

// One record a line, so that people and their tools can read it.
function* piecesOf(head: object, records: readonly AnyRecord[]): Generator<string> {
  for (const [name, value] of Object.entries(head) as [string, unknown][]) {
    yield `"${name}":`;
    if (Array.isArray(value)) yield* itemsOf(value, '');
    else yield JSON.stringify(value);
    yield ',';
  }
  yield '\n"records":';
  yield* itemsOf(records, '\n');
  yield '}\n';
}

function* itemsOf(items: readonly unknown[], space: '' | '\n'): Generator<string> {
  yield `[${space}`;
  for (const [index, item] of items.entries())
    yield `${index === 0 ? '' : `,${space}`}${JSON.stringify(item)}`;
  yield `${space}]`;
}

// Sealed chunk by chunk: the hash of a large checkpoint alone would take too long to compute in one go.
async function serialize(pieces: Iterable<string>, slices: Slices): Promise<Buffer[]> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let text = '';
  function seal(): void {
    const chunk = Buffer.from(text);
    hash.update(chunk);
    chunks.push(chunk);
    text = '';
  }
  for (const piece of pieces) {
    text += piece;
    if (text.length < chunkUnits) continue;
    seal();
    await slices.pause();
  }
  seal();
  // The hash comes first in the file, and is over all that follows its line.
  return [Buffer.from(`{"hash":"${hash.digest('hex')}",\n`), ...chunks];
}

async function writeChunks(handle: FileHandle, chunks: readonly Buffer[]): Promise<void> {
  let position = 0;
  for (const chunk of chunks) {
    await writeFully(handle, chunk, position);
    position += chunk.length;
  }
}
