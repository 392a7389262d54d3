import { z } from 'zod';
import type { DescribedRecord } from '../domain/history/describe-change.ts';
import { RecordId, recordTypes } from '../domain/records/registry.ts';
import type { Sha256 } from '../domain/core/record-id.ts';
import { AnalystId } from '../domain/records/analyst/record.ts';

/** Which changes to look for; what is null or empty asks for nothing. */
export const HistoryQuery = z.strictObject({
  /** Changes of these records or of what belongs to them: a claim's ratings, a document's highlights. */
  records: z.array(RecordId).max(1_000),
  by: AnalystId.nullable(),
  /** From this moment on: ISO 8601, UTC. */
  from: z.iso.datetime().nullable(),
  /** Before this moment. */
  until: z.iso.datetime().nullable(),
  /** Changes that touched records of this type. */
  type: z.enum(recordTypes).nullable(),
  /** Words that stand in the label, in upper or lower case, or the short number of what was changed. */
  text: z.string().max(200),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** One change of the case in words. */
export interface HistoryEntry {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The analyst's name at the time. */
  readonly by: string;
  /** A command's name, or `history/undo`, `history/redo`, `history/revert`, `history/restore`. */
  readonly command: string;
  readonly label: string;
  /** The change it takes back, or makes again. */
  readonly undoes: number | null;
  /** Whether it can be taken back as long as nothing builds on it: not if the case or its analysts came with it. */
  readonly isReversible: boolean;
  /** What became of the first records it touched. */
  readonly records: readonly DescribedRecord[];
  /** How many more it touched. */
  readonly more: number;
}

/** A stretch of history, newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Where to go on: changes before this number were not looked at yet. Null: there are no more. */
  readonly before: number | null;
  /** The change that the journal no longer tells, nor any before it, because it is damaged there; null: none was met. */
  readonly unreadable: number | null;
  /** The changes of the case, and the hash that stands for all of them. */
  readonly seq: number;
  readonly head: Sha256;
}

/** A past state of the case: that after change `seq`, which was made at `at` (ISO 8601, UTC). */
export interface PastMoment {
  readonly seq: number;
  readonly at: string;
}
