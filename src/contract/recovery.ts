import { z } from 'zod';
import { DocumentId } from '../domain/records/document/record.ts';
import { recordTypes } from '../domain/records/registry.ts';

/** A file of the case folder that was not as it should be. */
export const FileFault = z.strictObject({
  /** Its path in the case folder: `journal/000001.jsonl`. */
  file: z.string(),
  /** The line, counted from 1, where it is one line that is wrong. */
  line: z.int().min(1).nullable(),
  /**
   * `incomplete`: the end of what was being written when Assay or the computer stopped, which nobody was told was saved.
   * `cut-short`: what was saved after its end is gone. `unchained`: intact in itself, but not what belongs in its place.
   * `outdated`: an older copy. `foreign`: of another case.
   */
  problem: z.enum([
    'damaged',
    'missing',
    'incomplete',
    'cut-short',
    'unchained',
    'outdated',
    'foreign',
  ]),
});
export type FileFault = z.infer<typeof FileFault>;

/** Changes by their numbers, both included. */
export const ChangeRange = z.strictObject({ from: z.int().min(1), to: z.int().min(1) });
export type ChangeRange = z.infer<typeof ChangeRange>;

/** Changes that cannot be read. */
const UnreadableChanges = ChangeRange.extend({
  /** Whether checkpoints hold all that they did: then only their story is lost. */
  isHeld: z.boolean(),
});

/** A part of the case whose last known state may not be its last one. */
export const OutdatedPart = z.strictObject({
  /** A document with what was made of it; null for what belongs to no document. */
  document: DocumentId.nullable(),
  /** The document's title; empty for what belongs to no document. */
  name: z.string(),
  /** The changes after that state that cannot be read. */
  changes: z.array(ChangeRange).min(1),
});
export type OutdatedPart = z.infer<typeof OutdatedPart>;

/** A record that could not be kept as it was found. */
export const LostRecord = z.strictObject({
  id: z.string(),
  type: z.enum(recordTypes),
  /** What the analyst knows it by. */
  name: z.string(),
  /**
   * `left-out`: it cannot be without another record that is lost. `shortened`: it no longer names one that is lost.
   * `stand-in`: nothing is known of it but that it must be there.
   */
  loss: z.enum(['left-out', 'shortened', 'stand-in']),
});
export type LostRecord = z.infer<typeof LostRecord>;

/** What opening a case found wrong with its folder, what was done about it, and what, if anything, is missing. */
export const RecoveryReport = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  /**
   * Of a case that is whole: `reported` (nothing on disk was touched) or `repaired`. Of one whose journal is damaged:
   * `recoverable` (nothing on disk was touched) or `recovered` (a new journal was begun with what could be recovered).
   */
  outcome: z.enum(['reported', 'repaired', 'recoverable', 'recovered']),
  found: z.array(FileFault),
  /** What the journal had to stand in for: records rebuilt, and the changes that were read for it. */
  rebuilt: z.strictObject({ records: z.int().min(0), changes: z.int().min(0) }),
  missing: z.strictObject({
    changes: z.array(UnreadableChanges),
    outdated: z.array(OutdatedPart),
    records: z.array(LostRecord),
  }),
  /** The folder in the case folder that keeps the files as they were found. */
  keptIn: z.string().nullable(),
  /** The step from an older format, and the folder in the case folder that keeps the case as it was before. */
  upgrade: z
    .strictObject({ from: z.int().min(1), to: z.int().min(1), keptIn: z.string() })
    .nullable(),
  /** The format of a case that a newer Assay made, which can only be read. */
  newerFormat: z.int().min(1).nullable(),
});
export type RecoveryReport = z.infer<typeof RecoveryReport>;

/** The report of an opening at `at` that found nothing. */
export function emptyReport(at: string): RecoveryReport {
  return {
    ...{ at, outcome: 'reported', found: [], rebuilt: { records: 0, changes: 0 } },
    missing: { changes: [], outdated: [], records: [] },
    ...{ keptIn: null, upgrade: null, newerFormat: null },
  };
}

/** Tells whether there is nothing to report. */
export function isEmptyReport(report: RecoveryReport): boolean {
  const { found, upgrade, newerFormat } = report;
  return isCalm(report) && found.length === 0 && upgrade === null && newerFormat === null;
}

/** Tells whether a report needs no more than a line: the case is whole, and so is its journal. */
export function isCalm({ outcome, missing }: RecoveryReport): boolean {
  return (outcome === 'reported' || outcome === 'repaired') && !isAnythingMissing({ missing });
}

/** Tells whether recovering the case mends something: anything but the end of a line that nobody was told was saved. */
export function isMendable({ outcome, found, newerFormat }: RecoveryReport): boolean {
  if (newerFormat !== null) return false;
  return outcome === 'recoverable' || found.some(({ problem }) => problem !== 'incomplete');
}

/** Tells whether what a report is about may be less than the case was. */
export function isAnythingMissing({ missing }: Pick<RecoveryReport, 'missing'>): boolean {
  const { changes, outdated, records } = missing;
  return changes.length + outdated.length + records.length > 0;
}
