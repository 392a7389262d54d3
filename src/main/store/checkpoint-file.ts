import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { z } from 'zod';
import { DocumentId } from '../../domain/model/ids.ts';
import { AnyRecord } from '../../domain/model/records.ts';
import { currentFormat, upgradeRecord } from '../migrations/registry.ts';
import { type FolderSync, placeFile, readPlainFile, writeFully } from './durable-files.ts';
import { isSystemError } from './file-errors.ts';
import { JournalMark } from './journal-line.ts';
import { Slices } from './slices.ts';

/** `case.json`: the records that belong to no document, and up to where all checkpoints together are complete. */
export const CaseCheckpoint = z.strictObject({
  format: z.int().min(1),
  journal: JournalMark,
  /** Each document's checkpoint, with the change up to which it is complete at least. */
  documents: z.array(z.tuple([DocumentId, z.int().min(0)])),
  records: z.array(AnyRecord),
});
export type CaseCheckpoint = z.infer<typeof CaseCheckpoint>;

/** `documents/<id>.json`: a document with its highlights and claims, complete up to change `seq`. */
export const DocumentCheckpoint = z.strictObject({
  format: z.int().min(1),
  seq: z.int().min(0),
  records: z.array(AnyRecord),
});
export type DocumentCheckpoint = z.infer<typeof DocumentCheckpoint>;

/** What a checkpoint turned out to be when it was read. */
export type CheckpointReading<T> =
  | { readonly status: 'intact'; readonly data: T }
  | { readonly status: 'missing' }
  | { readonly status: 'damaged' }
  | { readonly status: 'newer'; readonly format: number };

/** Where a checkpoint is kept, and what it holds. */
export interface CheckpointPlace<T> {
  readonly folder: string;
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

const AnyCheckpoint = z.looseObject({ format: z.int().min(1), records: z.array(z.unknown()) });

// The first line is `{"hash":"<64 digits>",` and a newline; the hash is that of all bytes after it.
const seal = /^\{"hash":"([0-9a-f]{64})",\n$/;
const sealLength = 76;

/** Reads a checkpoint; a format newer than this program's is still "intact" if it fits what this program knows. */
export async function readCheckpoint<T>(place: CheckpointPlace<T>): Promise<CheckpointReading<T>> {
  const low = new Low<T | null>(new CheckpointAdapter(place), null);
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
export async function writeCheckpoint<T extends { records: readonly AnyRecord[] }>(
  place: CheckpointPlace<T>,
  sync: FolderSync,
  data: T,
): Promise<void> {
  await new Low<T | null>(new CheckpointAdapter(place, sync), data).write();
}

/** Why a checkpoint could not be used. */
class CheckpointProblem extends Error {
  readonly newerFormat: number | null;

  constructor(newerFormat: number | null = null) {
    super('A checkpoint cannot be used');
    this.newerFormat = newerFormat;
  }
}

class CheckpointAdapter<T> implements Adapter<T | null> {
  readonly #place: CheckpointPlace<T>;
  readonly #sync: FolderSync | null;

  constructor(place: CheckpointPlace<T>, sync: FolderSync | null = null) {
    this.#place = place;
    this.#sync = sync;
  }

  async read(): Promise<T | null> {
    const bytes = await readBytes(join(this.#place.folder, this.#place.name));
    return bytes === null ? null : parse(bytes, this.#place.schema);
  }

  async write(data: T | null): Promise<void> {
    const { folder, name } = this.#place;
    await placeFile(folder, name, (handle) => writeSealed(handle, data ?? {}));
    await this.#sync?.sync();
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

function parse<T>(bytes: Buffer, schema: z.ZodType<T>): T {
  const checkpoint = AnyCheckpoint.safeParse(parseJson(bytes));
  if (!checkpoint.success) throw new CheckpointProblem();
  const { hash, ...content } = checkpoint.data;
  const newerFormat = content.format > currentFormat ? content.format : null;
  const records = content.records.map((record) => upgradeRecord(record, content.format));
  const data = schema.safeParse({ ...content, records });
  const sealed = seal.exec(bytes.subarray(0, sealLength).toString('latin1'))?.[1];
  if (!data.success || sealed !== hash || sealed !== hashOf([bytes.subarray(sealLength)]))
    throw new CheckpointProblem(newerFormat);
  return data.data;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

// One record a line, so that people and their tools can read it; turned into text in slices, because there may be many.
async function writeSealed(
  handle: FileHandle,
  { records = [], ...head }: { records?: readonly AnyRecord[] },
): Promise<void> {
  const slices = new Slices();
  const chunks: Buffer[] = [];
  let text = `${JSON.stringify(head).slice(1, -1)},\n"records":[\n`;
  for (const [index, record] of records.entries()) {
    text += `${index === 0 ? '' : ',\n'}${JSON.stringify(record)}`;
    if (!slices.used()) continue;
    chunks.push(Buffer.from(text));
    text = '';
    await slices.pause();
  }
  chunks.push(Buffer.from(`${text}\n]}\n`));
  chunks.unshift(Buffer.from(`{"hash":"${hashOf(chunks)}",\n`));
  let position = 0;
  for (const chunk of chunks) {
    await writeFully(handle, chunk, position);
    position += chunk.length;
  }
}

function hashOf(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}
