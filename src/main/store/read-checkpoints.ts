import type { Claim } from '../../domain/model/claim.ts';
import type { ClaimId, DocumentId } from '../../domain/model/ids.ts';
import { type AnyRecord, homeOf } from '../../domain/model/records.ts';
import { type CaseFolder, caseFile, documentFile } from './case-folder.ts';
import {
  CaseHead,
  type Checkpoint,
  type CheckpointReading,
  DocumentHead,
  readCheckpoint,
} from './checkpoint-file.ts';
import { Slices } from './slices.ts';

/** What a document's checkpoint turned out to be; an outdated one, older than `case.json` knows it, still has its data. */
export type DocumentContent =
  | { readonly problem: null | 'outdated'; readonly data: Checkpoint<DocumentHead> }
  | { readonly problem: 'damaged' | 'missing'; readonly data: null };

// Enough to keep a disk busy while documents are read.
const filesAtOnce = 16;

/** Reads `case.json`. */
export function readIndex(folder: CaseFolder): Promise<CheckpointReading<CaseHead>> {
  return readCheckpoint({ folder: folder.root, name: caseFile, head: CaseHead }, new Slices());
}

/** Reads the checkpoints of documents, each expected to be complete up to a change at least; answers in the order given. */
export async function readDocuments(
  folder: CaseFolder,
  expected: CaseHead['documents'],
): Promise<[DocumentId, DocumentContent][]> {
  const contents: [DocumentId, DocumentContent][] = [];
  const slices = new Slices();
  const waiting = expected.entries();
  async function readWaiting(): Promise<void> {
    for (const [index, [id, seq]] of waiting) {
      const place = { folder: folder.documents, name: documentFile(id) };
      const reading = await readCheckpoint({ ...place, head: DocumentHead }, slices);
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
  const claims = new Map<ClaimId, Claim>();
  for (const record of records) if (record.type === 'claim') claims.set(record.id, record);
  return records.every((record) => homeOf(record, (id) => claims.get(id)) === document);
}
