import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyId, AnyRecord } from '../../../domain/records/registry.ts';
import { homeOf } from '../../../domain/records/residence.ts';
import { type CaseFolder, documentFile, documentOfFile } from '../disk/case-folder.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import {
  type CaseHead,
  type Checkpoint,
  type CheckpointReading,
  type DocumentHead,
  readCheckpoint,
} from './checkpoint-file.ts';
import { placeOfCase, placeOfDocument } from './checkpoint-places.ts';
import { kindAt } from '../disk/durable-files.ts';
import { Slices } from '../disk/slices.ts';
import { SealedFiles } from './sealed-files.ts';

/** What a document's checkpoint turned out to be; an outdated one, older than `case.json` knows it, still has its data. */
export type DocumentContent =
  | { readonly problem: null | 'outdated'; readonly data: Checkpoint<DocumentHead> }
  | { readonly problem: 'damaged' | 'missing' | 'unchained'; readonly data: null };

// So many files at once keep a disk busy while documents are read.
const filesAtOnce = 16;

// As many as take a reader some ten milliseconds, and a few megabytes.
const filesAhead = 128;
const batchesAhead = 2;

// Most of fewer are read before a worker has started.
const worthAReader = 1_000;

/** Reads `case.json`. */
export function readIndex(folder: CaseFolder): Promise<CheckpointReading<CaseHead>> {
  return readCheckpoint(placeOfCase(folder), new Slices());
}

/** Reads the checkpoints of all documents: of those that `case.json` lists, and then of those that are there all the same. */
export async function readAllDocuments(
  folder: CaseFolder,
  listed: CaseHead['documents'],
  readerPath?: string | URL,
): Promise<[DocumentId, DocumentContent][]> {
  const known = new Map(listed);
  const others = (await documentsThere(folder)).filter((id) => !known.has(id));
  const expected = [...listed, ...others.map((id): [DocumentId, number] => [id, 0])];
  if (readerPath === undefined || expected.length < worthAReader)
    return readDocuments(folder, expected);
  const reader = new SealedFiles(readerPath);
  try {
    return await readDocuments(folder, expected, reader);
  } finally {
    await reader.close();
  }
}

/** The documents that have a checkpoint in the folder, whether or not `case.json` lists them. */
export async function documentsThere(folder: CaseFolder): Promise<DocumentId[]> {
  if ((await kindAt(folder.documents)) !== 'folder') return [];
  return (await readdir(folder.documents)).flatMap((name) => documentOfFile(name) ?? []);
}

// Each is expected to be complete up to a change at least; answers in the order given.
async function readDocuments(
  folder: CaseFolder,
  expected: CaseHead['documents'],
  reader: SealedFiles | null = null,
): Promise<[DocumentId, DocumentContent][]> {
  const contents: [DocumentId, DocumentContent][] = [];
  const slices = new Slices();
  for await (const batch of batchesOf(folder, expected, reader)) {
    const waiting = batch.values();
    const readWaiting = async (): Promise<void> => {
      for (const { index, id, seq, sealed = null } of waiting) {
        const place = { ...placeOfDocument(folder, id), sealed };
        contents[index] = [id, contentOf(await readCheckpoint(place, slices), id, seq)];
      }
    };
    await Promise.all(Array.from({ length: filesAtOnce }, readWaiting));
  }
  return contents;
}

// A document whose checkpoint is to be read.
interface Expected {
  readonly index: number;
  readonly id: DocumentId;
  readonly seq: number;
  /** What the reader has read and found intact. */
  readonly sealed?: Uint8Array | null;
}

/*
 * The reader has two batches to do, so that it is at the second while the first is gone through here. It takes a while to
 * start: until its first answer is there, this thread reads by itself from what nobody has taken yet.
 */
async function* batchesOf(
  folder: CaseFolder,
  expected: CaseHead['documents'],
  reader: SealedFiles | null,
): AsyncIterable<readonly Expected[]> {
  const waiting = [...expected.entries()].map(([index, [id, seq]]) => ({ index, id, seq }));
  const ahead: Promise<readonly Expected[]>[] = [];
  function readAhead(): void {
    const batch = waiting.splice(0, filesAhead);
    if (reader !== null && batch.length > 0) ahead.push(readBatch(folder, batch, reader));
  }
  if (reader === null) yield waiting.splice(0);
  else for (let count = 0; count < batchesAhead; count += 1) readAhead();
  const first = { isRead: false };
  void ahead[0]?.then(() => (first.isRead = true));
  while (!first.isRead && waiting.length > 0) yield waiting.splice(0, filesAtOnce);
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    readAhead();
    yield await next;
  }
}

async function readBatch(
  { documents }: CaseFolder,
  batch: readonly Expected[],
  reader: SealedFiles,
): Promise<readonly Expected[]> {
  const read = await reader.read(batch.map(({ id }) => join(documents, documentFile(id))));
  return batch.map((each, index) => ({ ...each, sealed: read[index] ?? null }));
}

function contentOf(
  reading: CheckpointReading<DocumentHead>,
  id: DocumentId,
  seq: number,
): DocumentContent {
  if (reading.status === 'missing') return { problem: 'missing', data: null };
  if (reading.status !== 'intact' || !allOf(id, reading.data.records))
    return { problem: 'damaged', data: null };
  const { data } = reading;
  // One that is behind is an old copy that somebody put back.
  return { problem: data.seq < seq ? 'outdated' : null, data };
}

function allOf(document: DocumentId, records: readonly AnyRecord[]): boolean {
  const byId = new Map<AnyId, AnyRecord>(records.map((record) => [record.id, record]));
  return records.every((record) => homeOf(record, (id) => byId.get(id)) === document);
}
