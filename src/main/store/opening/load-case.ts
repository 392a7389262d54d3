import type { CaseState } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type AnyRecord, numberedTypes } from '../../../domain/records/registry.ts';
import { wholeCaseOf } from '../journal/old-lines.ts';
import type { FileFault } from '../../../contract/recovery.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { currentFormat } from '../../migrations/registry.ts';
import { type CaseFolder, caseFile, documentPlace } from '../disk/case-folder.ts';
import {
  type CaseHead,
  type CheckpointReading,
  lineSaidSince,
} from '../checkpoints/checkpoint-file.ts';
import type { CheckpointState } from '../checkpoints/checkpointer.ts';
import { homesOf } from '../../../domain/records/residence.ts';
import { attempt } from '../disk/file-errors.ts';
import { type JournalLine, journalStart } from '../journal/journal-line.ts';
import { type JournalTail, readJournal, unknownLines } from '../journal/journal-reader.ts';
import { listSegments } from '../journal/segments.ts';
import {
  type DocumentContent,
  readAllDocuments,
  readIndex,
} from '../checkpoints/read-checkpoints.ts';
import { caseOf, differing, misfits } from '../memory/whole-case.ts';

/** A case as its folder holds it, and what is wrong with the folder though the case is whole. */
export interface LoadedCase {
  readonly state: CaseState;
  readonly tail: JournalTail;
  readonly checkpoints: CheckpointState;
  /** Checkpoints that could not be used; the journal has what they should hold. */
  readonly unusable: readonly FileFault[];
  /** The documents among them. */
  readonly lost: ReadonlySet<DocumentId>;
  /** The format the case was last written in; newer than this program's if it says so. */
  readonly format: number;
}

/** How a case is read. */
export interface LoadOptions {
  /** Read a case of a newer format as far as this program understands it, instead of refusing. */
  readonly acceptNewer: boolean;
  /** Read also those lines of the journal that the checkpoints stand in for, and believe these only where they agree. */
  readonly isThorough?: boolean;
  /** Bytes of the journal to read at most; what is being written behind them is not looked at. */
  readonly until?: number;
  /** The built worker that reads checkpoints beside this thread; without it this thread reads them. */
  readonly readerPath?: string | URL | undefined;
}

// The checkpoints as they were read: what is intact, and what the journal has to stand in for.
interface Checkpoints {
  readonly index: CaseHead | null;
  readonly documents: ReadonlyMap<DocumentId, number>;
  readonly records: readonly AnyRecord[];
  readonly lost: ReadonlySet<DocumentId>;
  readonly unusable: readonly FileFault[];
  /** The one that is of the newest change. */
  readonly newest: { readonly place: string; readonly seq: number };
}

/**
 * Reads a case: its checkpoints and the journal after them, or the whole journal where a checkpoint cannot be used.
 * Every record is checked by its schema and by integrity. Changes nothing on disk.
 */
export async function loadCase(
  folder: CaseFolder,
  { acceptNewer, isThorough = false, until = Infinity, readerPath }: LoadOptions,
): Promise<Result<LoadedCase, AppError>> {
  const read = await attempt(folder.path, () => readIndex(folder));
  if (!read.ok) return read;
  const index = read.value;
  const newerFormat = formatBeyond(index);
  if (newerFormat !== null && (index.status !== 'intact' || !acceptNewer)) {
    return err(newer(folder, newerFormat));
  }
  const loaded = await loadAll(folder, index, { isThorough, until, readerPath });
  // What a newer program has written need not make sense to this one; that is no damage.
  if (!loaded.ok && newerFormat !== null) return err(newer(folder, newerFormat));
  if (!loaded.ok) return loaded;
  const { format } = loaded.value;
  return format > currentFormat && !acceptNewer ? err(newer(folder, format)) : loaded;
}

function formatBeyond(index: CheckpointReading<CaseHead>): number | null {
  if (index.status === 'newer') return index.format;
  return index.status === 'intact' && index.data.format > currentFormat ? index.data.format : null;
}

/** The refusal of a case whose format is newer than this program's. */
export function newer(folder: CaseFolder, found: number): AppError {
  return appError('store/newer-format', { path: folder.path, found, supported: currentFormat });
}

type Reach = Pick<LoadOptions, 'readerPath'> & {
  readonly isThorough: boolean;
  readonly until: number;
};

async function loadAll(
  folder: CaseFolder,
  index: CheckpointReading<CaseHead>,
  { isThorough, until, readerPath }: Reach,
): Promise<Result<LoadedCase, AppError>> {
  const read = await attempt(folder.path, () => readCheckpoints(folder, index, readerPath));
  if (!read.ok) return read;
  const checkpoints = read.value;
  if (checkpoints.index === null || checkpoints.unusable.length > 0)
    return loadWhole(folder, checkpoints, until);
  const quick = await replay(folder, checkpoints, { until, useCheckpoints: true });
  if (quick.ok && (await misfits(quick.value.state)).size === 0) {
    if (!isThorough) return quick;
    const whole = await loadWhole(folder, distrusted(checkpoints), until);
    if (!whole.ok) return whole;
    const differences = await differing(quick.value.state, whole.value.state);
    return differences.length === 0 ? quick : whole;
  }
  return loadWhole(folder, distrusted(checkpoints), until);
}

async function loadWhole(
  folder: CaseFolder,
  checkpoints: Checkpoints,
  until: number,
): Promise<Result<LoadedCase, AppError>> {
  const whole = await replay(folder, checkpoints, { until, useCheckpoints: false });
  if (!whole.ok) return whole;
  const [misfit] = await misfits(whole.value.state);
  return misfit === undefined ? whole : damaged(folder, `journal (${misfit})`);
}

// Reads all checkpoints; those of documents that `case.json` does not name only show how far the journal must reach.
async function readCheckpoints(
  folder: CaseFolder,
  index: CheckpointReading<CaseHead>,
  readerPath: LoadOptions['readerPath'],
): Promise<Checkpoints> {
  const head = index.status === 'intact' ? index.data : null;
  const listed = new Set(head?.documents.map(([id]) => id));
  const documents = new Map<DocumentId, number>();
  const lost = new Set<DocumentId>();
  const records = [...(head?.records ?? [])];
  const unusable: FileFault[] = [];
  if (head === null)
    unusable.push(faultOf(caseFile, index.status === 'missing' ? 'missing' : 'damaged'));
  let newest = { place: caseFile, seq: head?.journal.seq ?? 0 };
  const contents = await readAllDocuments(folder, head?.documents ?? [], readerPath);
  for (const [id, { problem, data }] of await withoutForks(folder, contents, head?.format ?? 1)) {
    if (data !== null && data.seq > newest.seq)
      newest = { place: documentPlace(id), seq: data.seq };
    if (!listed.has(id)) continue;
    if (problem !== null) {
      lost.add(id);
      unusable.push(faultOf(documentPlace(id), problem));
    } else {
      documents.set(id, data.seq);
      for (const record of data.records) records.push(record);
    }
  }
  return { index: head, documents, records, lost, unusable, newest };
}

// A checkpoint of a line that the journal does not have is of a fork of the case: a copy that was worked on elsewhere.
async function withoutForks(
  folder: CaseFolder,
  contents: readonly [DocumentId, DocumentContent][],
  format: number,
): Promise<[DocumentId, DocumentContent][]> {
  const ends = contents.flatMap(([, { data }]) => data?.line ?? []);
  const unknown = await unknownLines((await listSegments(folder)) ?? [], ends);
  return contents.map(([id, content]) => {
    if (content.data === null) return [id, content];
    const { line } = content.data;
    const isStrange = line === undefined ? format >= lineSaidSince : unknown.has(line.hash);
    return isStrange ? [id, { problem: 'unchained', data: null }] : [id, content];
  });
}

// Checkpoints that are each intact, but fit neither each other nor the journal: none of them is used.
function distrusted(checkpoints: Checkpoints): Checkpoints {
  const lost = new Set(checkpoints.documents.keys());
  const places = [caseFile, ...[...lost].map(documentPlace)];
  const unusable = places.map((place) => faultOf(place, 'unchained'));
  return { ...checkpoints, documents: new Map(), lost, unusable };
}

// Applies the journal to the checkpoints, or to nothing where they cannot all be used.
async function replay(
  folder: CaseFolder,
  { index, documents, records, lost, unusable, newest }: Checkpoints,
  { until, useCheckpoints }: { until: number; useCheckpoints: boolean },
): Promise<Result<LoadedCase, AppError>> {
  const state = await caseOf(useCheckpoints ? records : []);
  if (useCheckpoints && index !== null) await noteNumbers(folder, index, state);
  const seq = index?.journal.seq ?? 0;
  // A case of an older format is written anew as a whole, at the latest when it is closed.
  const isOlder = index !== null && index.format < currentFormat;
  const stale = new Set(isOlder ? [...documents.keys(), ...lost] : lost);
  const atCheckpoint: { hash?: string } = {};
  let format = index?.format ?? 1;
  function visit(line: JournalLine): void {
    state.apply(line.diff);
    format = Math.max(format, line.format);
    if (line.seq === seq) atCheckpoint.hash = line.hash;
    if (line.seq > seq) for (const home of homesOf(line.diff, state)) stale.add(home);
  }
  const after = useCheckpoints && index !== null ? index.journal : journalStart;
  const tail = await readJournal(folder, after, visit, until);
  if (!tail.ok) return tail;
  const { mark, segments } = tail.value;
  // Where only a part of the journal is read, checkpoints may be of changes behind it.
  const isAll = segments.every(({ start, size }) => start + size <= until);
  if (isAll && mark.seq < newest.seq) {
    const place = `journal (it ends at change ${mark.seq}; ${newest.place} is of change ${newest.seq})`;
    return damaged(folder, place);
  }
  if (index !== null && (atCheckpoint.hash ?? index.journal.hash) !== index.journal.hash) {
    return damaged(folder, `journal (change ${seq} is not the one that ${caseFile} is of)`);
  }
  if ([...state.all('case')].length !== 1) return damaged(folder, 'journal (it starts no case)');
  const checkpoints = { seq: unusable.length === 0 ? seq : 0, documents, stale };
  return ok({ state, tail: tail.value, checkpoints, unusable, lost, format });
}

// Tells the state how far the short numbers were given, also to records that are gone since. Before format 4 no number
// was written down; the upgrade numbers all records that the case ever had, so there the highest is how many there
// were.
async function noteNumbers(folder: CaseFolder, index: CaseHead, state: CaseState): Promise<void> {
  const { numbers = {}, format } = index;
  const whole = format < currentFormat ? await wholeCaseOf(folder) : null;
  for (const type of numberedTypes)
    state.noteNumber(type, numbers[type] ?? whole?.countOf(type) ?? 0);
}

function damaged(folder: CaseFolder, place: string): Result<never, AppError> {
  return err(appError('store/damaged', { path: folder.path, place }));
}

/** A whole file of the case folder that is not as it should be. */
export function faultOf(file: string, problem: FileFault['problem']): FileFault {
  return { file, line: null, problem };
}
