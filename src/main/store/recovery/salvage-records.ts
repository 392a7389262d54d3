import { basename } from 'node:path';
import { CaseState } from '../../../domain/core/case-state.ts';
import { type AnyRecord, numberedTypes } from '../../../domain/records/registry.ts';
import { homeOf, recordsOfDocument } from '../../../domain/records/residence.ts';
import type { LostRecord } from '../../../contract/recovery.ts';
import type { AnalystId } from '../../../domain/records/analyst/record.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import type { CaseHead, Checkpoint, DocumentHead } from '../checkpoints/checkpoint-file.ts';
import { IdSource } from '../disk/ids.ts';
import { type ScannedLine, readScanned } from '../journal/journal-scan.ts';
import { caseOf } from '../memory/whole-case.ts';
import { lostRecord } from './make-whole.ts';
import type { DocumentContent } from '../checkpoints/read-checkpoints.ts';

/** All that is left of a case: intact checkpoints, and intact lines in order. */
export interface CaseTraces {
  readonly index: Checkpoint<CaseHead> | null;
  readonly documents: ReadonlyMap<DocumentId, DocumentContent>;
  readonly lines: readonly ScannedLine[];
}

// This is one part of the case (`case.json` or a document's file) as its checkpoint says it was at a change.
interface Snapshot {
  readonly seq: number;
  readonly putInto: (state: CaseState) => void;
}

/**
 * The case that traces give: lines applied in order, and each checkpoint in its turn, where it replaces whatever the lines
 * before it made of its part. So a gap in the lines costs nothing that a later checkpoint holds.
 */
export async function mergeTraces(folder: CaseFolder, traces: CaseTraces): Promise<CaseState> {
  const state = new CaseState();
  const waiting = snapshotsOf(traces);
  await readScanned(folder, traces.lines, (line) => {
    // A checkpoint is as of the end of its change, so the line of that number comes before it.
    while (waiting[0] !== undefined && waiting[0].seq < line.seq) waiting.shift()?.putInto(state);
    state.apply(line.diff);
  });
  for (const { putInto } of waiting) putInto(state);
  // Put together anew, because the order in which traces were found is not that in which records came into the case.
  const merged = await caseOf(state.records());
  for (const type of numberedTypes)
    // Numbers of claims and sources that were removed are nowhere but in `case.json`.
    merged.noteNumber(
      type,
      Math.max(state.highestNumber(type), traces.index?.numbers?.[type] ?? 0),
    );
  return merged;
}

/**
 * Puts a case record where it is lost, because every case needs one: under the folder's name, with the strictest marking.
 * Answers what it put there; null if there is nothing at all to make a case of.
 */
export function standInFor(
  state: CaseState,
  { path }: CaseFolder,
  { lines }: CaseTraces,
  now: Date,
): LostRecord[] | null {
  if (state.count('case') > 0) return [];
  // Whoever made the last change that is left.
  const by = lines.at(-1)?.by ?? someAnalyst(state);
  if (by === undefined) return null;
  const record = {
    ...{ type: 'case' as const, id: new IdSource(() => now).next('case') },
    ...{ created: { at: now.toISOString(), by }, name: basename(path, '.assay') },
    // Nobody knows any more how the case was marked, so it is marked as the strictest that there is.
    ...{ question: '', tlp: 'red' as const, sourceSummary: '' },
  };
  state.apply({ created: [record], updated: [], removed: [] });
  return [lostRecord(record, 'stand-in')];
}

function someAnalyst(state: CaseState): AnalystId | undefined {
  for (const record of state.records()) {
    if (record.type === 'analyst') return record.id;
    if ('created' in record) return record.created.by;
  }
  return undefined;
}

function snapshotsOf({ index, documents }: CaseTraces): Snapshot[] {
  const snapshots = index === null ? [] : [generalSnapshot(index)];
  for (const [id, { data }] of documents)
    if (data !== null) snapshots.push(documentSnapshot(id, data));
  // Sorting keeps the order of equals: `case.json`, which says what documents there are, comes first.
  return snapshots.sort((a, b) => a.seq - b.seq);
}

function generalSnapshot({ journal, format, documents, records }: Checkpoint<CaseHead>): Snapshot {
  const listed = new Set(documents.map(([id]) => id));
  const holds = heldByCase(format);
  return {
    seq: journal.seq,
    putInto: (state) => {
      // Whatever belongs to a document that was gone by then was gone as well.
      const isReplaced = (record: AnyRecord): boolean => {
        const home = homeOf(record, state.get.bind(state));
        return home === null || !listed.has(home) || holds(record);
      };
      replace(state, [...state.records()].filter(isReplaced), [...records]);
    },
  };
}

function documentSnapshot(
  id: DocumentId,
  { seq, format, records }: Checkpoint<DocumentHead>,
): Snapshot {
  const isElsewhere = heldByCase(format);
  return {
    seq,
    putInto: (state) => {
      const held = [...recordsOfDocument(state, id)].filter((record) => !isElsewhere(record));
      replace(state, held, [...records]);
    },
  };
}

// In format 1 what is said of a document's claims stood in `case.json`, and not with the document.
function heldByCase(format: number): (record: AnyRecord) => boolean {
  return ({ type }) => format === 1 && (type === 'rating' || type === 'link');
}

function replace(state: CaseState, removed: AnyRecord[], created: AnyRecord[]): void {
  // In two steps: a diff must not name one record twice.
  state.apply({ created: [], updated: [], removed });
  state.apply({ created, updated: [], removed: [] });
}
