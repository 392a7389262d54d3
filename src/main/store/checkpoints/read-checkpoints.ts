import { readdir } from 'node:fs/promises';
import type { AnyId, DocumentId } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { homeOf } from '../../../domain/records/residence.ts';
import { type CaseFolder, documentOfFile } from '../disk/case-folder.ts';
import type { CaseHead, DocumentHead } from './checkpoint-file.ts';
import { type Checkpoint, type CheckpointReading, readCheckpoint } from './checkpoint-file.ts';
import { placeOfCase, placeOfDocument } from './checkpoint-places.ts';
import { kindAt } from '../disk/durable-files.ts';
import { Slices } from '../disk/slices.ts';

/** What a document's checkpoint turned out to be; an outdated one, older than `case.json` knows it, still has its data. */
export type DocumentContent =
  | { readonly problem: null | 'outdated'; readonly data: Checkpoint<DocumentHead> }
  | { readonly problem: 'damaged' | 'missing' | 'unchained'; readonly data: null };

// Enough to keep a disk busy while documents are read.
const filesAtOnce = 16;

/** Reads `case.json`. */
export function readIndex(folder: CaseFolder): Promise<CheckpointReading<CaseHead>> {
  return readCheckpoint(placeOfCase(folder), new Slices());
}

/** Reads the checkpoints of all documents: of those that `case.json` lists, and then of those that are there all the same. */
export async function readAllDocuments(
  folder: CaseFolder,
  listed: CaseHead['documents'],
): Promise<[DocumentId, DocumentContent][]> {
  const known = new Map(listed);
  const others = (await documentsThere(folder)).filter((id) => !known.has(id));
  return readDocuments(folder, [...listed, ...others.map((id): [DocumentId, number] => [id, 0])]);
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
): Promise<[DocumentId, DocumentContent][]> {
  const contents: [DocumentId, DocumentContent][] = [];
  const slices = new Slices();
  const waiting = expected.entries();
  async function readWaiting(): Promise<void> {
    for (const [index, [id, seq]] of waiting) {
      const reading = await readCheckpoint(placeOfDocument(folder, id), slices);
      contents[index] = [id, contentOf(reading, id, seq)];
    }
  }
  await Promise.all(Array.from({ length: filesAtOnce }, readWaiting));
  return contents;
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
