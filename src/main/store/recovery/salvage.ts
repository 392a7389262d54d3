import type { CaseState } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { recordName } from '../../../domain/history/record-name.ts';
import {
  type ChangeRange,
  type FileFault,
  type OutdatedPart,
  type RecoveryReport,
  emptyReport,
} from '../../../contract/recovery.ts';
import type { CaseId } from '../../../domain/records/case/record.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { currentFormat } from '../../migrations/registry.ts';
import { type CaseFolder, caseFile, documentPlace } from '../disk/case-folder.ts';
import type { CaseHead, Checkpoint } from '../checkpoints/checkpoint-file.ts';
import { attempt } from '../disk/file-errors.ts';
import { type JournalMark, journalStart } from '../journal/journal-line.ts';
import { type JournalScan, scanJournal } from '../journal/journal-scan.ts';
import { faultOf, newer } from '../opening/load-case.ts';
import { makeWhole } from './make-whole.ts';
import {
  type DocumentContent,
  documentsThere,
  readAllDocuments,
  readIndex,
} from '../checkpoints/read-checkpoints.ts';
import {
  type ChosenLines,
  caseOf,
  chooseLines,
  gapsIn,
  mainCase,
  within,
} from './salvage-lines.ts';
import { type CaseTraces, mergeTraces, standInFor } from './salvage-records.ts';

/** What could be recovered of a damaged case. */
export interface SalvagedCase {
  /** Every record that could be recovered, whole among themselves. */
  readonly state: CaseState;
  /** Up to where the old journal reached, as far as anything knows of it; `hash` is that of its last known line. */
  readonly mark: JournalMark;
  readonly report: RecoveryReport;
}

/**
 * Recovers what a damaged case folder still holds: every checkpoint that is intact by its seal, at the change it is of, and
 * every journal line that is intact by its own hash, also beyond a gap. Says what cannot be known. Changes nothing on disk.
 */
export async function salvageCase(
  folder: CaseFolder,
  now: Date,
): Promise<Result<SalvagedCase, AppError>> {
  const read = await attempt(folder.path, async () => {
    const scan = await scanJournal(folder);
    return { scan, checkpoints: await readAll(folder, mainCase(scan.lines)) };
  });
  if (!read.ok) return read;
  const { checkpoints, scan } = read.value;
  const format = Math.max(scan.format, checkpoints.format);
  if (format > currentFormat) return err(newer(folder, format));
  const lines = chooseLines(scan, checkpoints.index);
  const forks = forksAmong(checkpoints, lines);
  const traces = tracesOf(checkpoints, lines, forks);
  const merged = await attempt(folder.path, () => mergeTraces(folder, traces));
  if (!merged.ok) return merged;
  const state = merged.value;
  const standIn = standInFor(state, folder, traces, now);
  if (standIn === null)
    return err(appError('store/damaged', { path: folder.path, place: 'journal' }));
  const lost = [...standIn, ...lostDocuments(traces, state), ...(await makeWhole(state))];
  const end = endOf(scan, lines, traces);
  const short = shortFault(scan, lines, end.seq);
  const missing = { ...missingChanges(traces, state, lines, end.seq), records: lost };
  const strange = [...forks].map((id) => faultOf(documentPlace(id), 'unchained'));
  const found = [...checkpoints.faults, ...strange, ...scan.faults, ...lines.faults, ...short];
  const rebuilt = { records: state.size, changes: lines.chosen.length };
  const outcome = 'recoverable' as const;
  const report = { ...emptyReport(now.toISOString()), outcome, found, rebuilt, missing };
  return ok({ state, mark: end, report });
}

interface FoundCheckpoints extends Omit<CaseTraces, 'lines'> {
  readonly faults: readonly FileFault[];
  /** The newest format that `case.json` is of. */
  readonly format: number;
}

// Every checkpoint there is, also of documents that `case.json` cannot name; `known` is the case of the journal.
async function readAll(folder: CaseFolder, known: CaseId | undefined): Promise<FoundCheckpoints> {
  const reading = await readIndex(folder);
  const read = reading.status === 'intact' ? reading.data : null;
  const format = reading.status === 'newer' ? reading.format : (read?.format ?? 1);
  const isForeign = read !== null && (await isOfAnother(folder, read, known));
  const index = isForeign ? null : read;
  const faults: FileFault[] = [];
  if (isForeign) faults.push(faultOf(caseFile, 'foreign'));
  else if (index === null)
    faults.push(faultOf(caseFile, reading.status === 'missing' ? 'missing' : 'damaged'));
  const contents = await readAllDocuments(folder, index?.documents ?? []);
  for (const [id, { problem }] of contents)
    if (problem !== null) faults.push(faultOf(documentPlace(id), problem));
  return { index, documents: new Map(contents), faults, format };
}

// Where `case.json` and the journal are of two cases, the folder's own one is that of which documents are there.
async function isOfAnother(
  folder: CaseFolder,
  index: Checkpoint<CaseHead>,
  known: CaseId | undefined,
): Promise<boolean> {
  if (known === undefined || known === caseOf(index)) return false;
  const there = new Set(await documentsThere(folder));
  return !index.documents.some(([id]) => there.has(id));
}

// Documents whose checkpoint is of a change that the journal knows as another one: it is of a fork of the case.
function forksAmong({ documents }: FoundCheckpoints, { chosen }: ChosenLines): Set<DocumentId> {
  const hashes = new Map(chosen.map(({ seq, hash }) => [seq, hash]));
  const isFork = ({ data }: DocumentContent): boolean => {
    // Those of older formats do not say which line they are of.
    if (data?.line === undefined) return false;
    return (hashes.get(data.seq) ?? data.line.hash) !== data.line.hash;
  };
  return new Set([...documents].flatMap(([id, content]) => (isFork(content) ? [id] : [])));
}

// Checkpoints that are older than the recovery that the journal starts with were part of that recovery.
function tracesOf(
  { index, documents }: FoundCheckpoints,
  { chosen, base }: ChosenLines,
  forks: ReadonlySet<DocumentId>,
): CaseTraces {
  const isNew = (seq: number | undefined): boolean => base === 0 || (seq ?? 0) > base;
  return {
    index: isNew(index?.journal.seq) ? index : null,
    documents: new Map(
      [...documents].filter(([id, { data }]) => !forks.has(id) && isNew(data?.seq)),
    ),
    lines: chosen,
  };
}

// Documents that `case.json` lists and of which nothing else is left.
function lostDocuments({ index }: CaseTraces, state: CaseState) {
  return (index?.documents ?? [])
    .filter(([id]) => state.get(id) === undefined)
    .map(([id]) => ({ id, type: 'document' as const, name: '', loss: 'left-out' as const }));
}

function endOf(
  { unreadableAtEnd, segments }: JournalScan,
  { chosen }: ChosenLines,
  { index, documents }: CaseTraces,
): JournalMark {
  const last = chosen.at(-1);
  const known = [index?.journal, last].filter((mark) => mark !== undefined);
  const { seq, hash, at } = known.reduce<Pick<JournalMark, 'seq' | 'hash' | 'at'>>(
    (latest, mark) => (mark.seq > latest.seq ? mark : latest),
    journalStart,
  );
  const checkpointed = [...documents.values()].map(({ data }) => data?.seq ?? 0);
  const reached = Math.max(seq, (last?.seq ?? 0) + unreadableAtEnd, ...checkpointed);
  const bytes = segments.reduce((sum, { size }) => sum + size, 0);
  return { seq: reached, hash, at, bytes };
}

// A journal that was cut off between two lines shows it only in what the checkpoints hold.
function shortFault(scan: JournalScan, { chosen, base, faults }: ChosenLines, end: number) {
  const isExplained = [...scan.faults, ...faults].some(
    ({ line, problem }) => line === null || problem === 'foreign',
  );
  const last = scan.segments.at(-1);
  const file = last === undefined ? 'journal' : `journal/${last.name}`;
  const reached = (chosen.at(-1)?.seq ?? base) + scan.unreadableAtEnd;
  return isExplained || reached >= end ? [] : [faultOf(file, 'cut-short')];
}

function missingChanges(
  traces: CaseTraces,
  state: CaseState,
  { chosen, base }: ChosenLines,
  end: number,
): Omit<RecoveryReport['missing'], 'records'> {
  const gaps = gapsIn(chosen, base, end);
  const outdated = outdatedParts(traces, state, gaps);
  const vouched = traces.index?.journal.seq ?? 0;
  const isHeld = ({ from, to }: ChangeRange): boolean =>
    to <= vouched &&
    outdated.every(({ changes }) => changes.every((range) => range.to < from || range.from > to));
  return { changes: gaps.map((gap) => ({ ...gap, isHeld: isHeld(gap) })), outdated };
}

// A part of the case is as it was last if its checkpoint, or every line after it, is there.
function outdatedParts(
  { index, documents }: CaseTraces,
  state: CaseState,
  gaps: readonly ChangeRange[],
): OutdatedPart[] {
  const vouched = index?.journal.seq ?? 0;
  const listed = new Map(index?.documents);
  const general = { document: null, name: '', changes: within(gaps, vouched + 1) };
  const parts = [...state.all('document')].map((document) => {
    const complete = documents.get(document.id)?.data?.seq ?? 0;
    // `case.json` says up to where it changed, and that nothing did from there to its own change.
    const changes = [
      ...within(gaps, complete + 1, listed.get(document.id) ?? 0),
      ...within(gaps, Math.max(complete, vouched) + 1),
    ];
    return { document: document.id, name: recordName(document), changes };
  });
  return [general, ...parts].filter(({ changes }) => changes.length > 0);
}
