import { CaseState } from '../../domain/case-state.ts';
import { type AppError, appError } from '../../domain/errors.ts';
import { integrityProblems } from '../../domain/integrity.ts';
import type { Claim } from '../../domain/model/claim.ts';
import type { ClaimId, DocumentId } from '../../domain/model/ids.ts';
import { type AnyRecord, homeOf } from '../../domain/model/records.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { currentFormat } from '../migrations/registry.ts';
import { type CaseFolder, caseFile, documentFile } from './case-folder.ts';
import {
  CaseHead,
  type Checkpoint,
  type CheckpointReading,
  DocumentHead,
  readCheckpoint,
} from './checkpoint-file.ts';
import { type CheckpointState, homesOf } from './checkpointer.ts';
import { attempt } from './file-errors.ts';
import { type JournalLine, journalStart } from './journal-line.ts';
import { type JournalTail, readJournal } from './journal-reader.ts';
import { Slices } from './slices.ts';

/** A case as its folder holds it, and what is wrong with the folder though the case is whole. */
export interface LoadedCase {
  readonly state: CaseState;
  readonly tail: JournalTail;
  readonly checkpoints: CheckpointState;
  /** Checkpoints that could not be used, as paths in the case folder; the journal has what they should hold. */
  readonly unusable: readonly UnusableCheckpoint[];
  /** The format of the case if it is newer than this program's, else null. */
  readonly newerFormat: number | null;
}

/** How a case is read. */
export interface LoadOptions {
  /** Read a case of a newer format as far as this program understands it, instead of refusing. */
  readonly acceptNewer: boolean;
  /** Bytes of the journal to read at most; what is being written behind them is not looked at. */
  readonly until?: number;
}

/** A checkpoint that could not be used. */
export interface UnusableCheckpoint {
  readonly place: string;
  readonly problem: 'damaged' | 'missing';
}

// The checkpoints as they were read: what is intact, and what the journal has to stand in for.
interface Checkpoints {
  readonly index: CaseHead | null;
  readonly documents: ReadonlyMap<DocumentId, number>;
  readonly records: readonly AnyRecord[];
  readonly lost: ReadonlySet<DocumentId>;
  readonly unusable: readonly UnusableCheckpoint[];
}

// Enough to keep a disk busy while documents are read.
const filesAtOnce = 16;

/**
 * Reads a case: its checkpoints and the journal after them, or the whole journal where a checkpoint cannot be used.
 * Every record is checked by its schema and by integrity. Changes nothing on disk.
 */
export async function loadCase(
  folder: CaseFolder,
  { acceptNewer, until = Infinity }: LoadOptions,
): Promise<Result<LoadedCase, AppError>> {
  const read = await attempt(folder.path, () => readIndex(folder));
  if (!read.ok) return read;
  const index = read.value;
  const newerFormat = formatBeyond(index);
  if (newerFormat !== null && (index.status !== 'intact' || !acceptNewer)) {
    return err(newer(folder, newerFormat));
  }
  const loaded = await loadAll(folder, index, until);
  // What a newer program has written need not make sense to this one; that is no damage.
  if (!loaded.ok && newerFormat !== null) return err(newer(folder, newerFormat));
  return loaded.ok ? ok({ ...loaded.value, newerFormat }) : loaded;
}

function readIndex(folder: CaseFolder): Promise<CheckpointReading<CaseHead>> {
  return readCheckpoint({ folder: folder.root, name: caseFile, head: CaseHead }, new Slices());
}

function formatBeyond(index: CheckpointReading<CaseHead>): number | null {
  if (index.status === 'newer') return index.format;
  return index.status === 'intact' && index.data.format > currentFormat ? index.data.format : null;
}

function newer(folder: CaseFolder, found: number): AppError {
  return appError('store/newer-format', { path: folder.path, found, supported: currentFormat });
}

async function loadAll(
  folder: CaseFolder,
  index: CheckpointReading<CaseHead>,
  until: number,
): Promise<Result<Omit<LoadedCase, 'newerFormat'>, AppError>> {
  const read = await attempt(folder.path, () => readDocuments(folder, index));
  if (!read.ok) return read;
  let checkpoints = read.value;
  if (checkpoints.index !== null && checkpoints.unusable.length === 0) {
    const quick = await replay(folder, checkpoints, { until, useCheckpoints: true });
    if (quick.ok && (await misfits(quick.value.state)).size === 0) return quick;
    checkpoints = distrusted(checkpoints);
  }
  const whole = await replay(folder, checkpoints, { until, useCheckpoints: false });
  if (!whole.ok) return whole;
  const [misfit] = await misfits(whole.value.state);
  return misfit === undefined ? whole : damaged(folder, `journal (${misfit})`);
}

// Reads every document's checkpoint that `case.json` names.
async function readDocuments(
  folder: CaseFolder,
  index: CheckpointReading<CaseHead>,
): Promise<Checkpoints> {
  const nothing = { documents: new Map(), records: [], lost: new Set<DocumentId>() };
  if (index.status !== 'intact') {
    const problem = index.status === 'missing' ? 'missing' : 'damaged';
    return { ...nothing, index: null, unusable: [{ place: caseFile, problem }] };
  }
  const { data } = index;
  const contents = await readEach(folder, data.documents);
  const documents = new Map<DocumentId, number>();
  const lost = new Set<DocumentId>();
  const records = [...data.records];
  const unusable: UnusableCheckpoint[] = [];
  for (const [id, content] of contents) {
    if (typeof content === 'string') {
      lost.add(id);
      unusable.push({ place: `documents/${documentFile(id)}`, problem: content });
    } else {
      documents.set(id, content.seq);
      for (const record of content.records) records.push(record);
    }
  }
  return { index: data, documents, records, lost, unusable };
}

// Checkpoints that are each intact, but fit neither each other nor the journal: none of them is used.
function distrusted(checkpoints: Checkpoints): Checkpoints {
  const lost = new Set(checkpoints.documents.keys());
  const places = [caseFile, ...[...lost].map((id) => `documents/${documentFile(id)}`)];
  const unusable = places.map((place) => ({ place, problem: 'damaged' as const }));
  return { ...checkpoints, documents: new Map(), lost, unusable };
}

async function readEach(
  folder: CaseFolder,
  expected: CaseHead['documents'],
): Promise<[DocumentId, Checkpoint<DocumentHead> | 'damaged' | 'missing'][]> {
  const contents: [DocumentId, Checkpoint<DocumentHead> | 'damaged' | 'missing'][] = [];
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
): Checkpoint<DocumentHead> | 'damaged' | 'missing' {
  if (reading.status === 'missing') return 'missing';
  if (reading.status !== 'intact') return 'damaged';
  const { data } = reading;
  // One that is behind is an old copy that somebody put back.
  return data.seq >= seq && allOf(id, data.records) ? data : 'damaged';
}

function allOf(document: DocumentId, records: readonly AnyRecord[]): boolean {
  const claims = new Map<ClaimId, Claim>();
  for (const record of records) if (record.type === 'claim') claims.set(record.id, record);
  return records.every((record) => homeOf(record, (id) => claims.get(id)) === document);
}

// Applies the journal to the checkpoints, or to nothing where they cannot all be used.
async function replay(
  folder: CaseFolder,
  { index, documents, records, lost, unusable }: Checkpoints,
  { until, useCheckpoints }: { until: number; useCheckpoints: boolean },
): Promise<Result<Omit<LoadedCase, 'newerFormat'>, AppError>> {
  const state = await stateOf(useCheckpoints ? records : []);
  const seq = index?.journal.seq ?? 0;
  // A case of an older format is written anew as a whole, at the latest when it is closed.
  const isOlder = index !== null && index.format < currentFormat;
  const stale = new Set(isOlder ? [...documents.keys(), ...lost] : lost);
  const atCheckpoint: { hash?: string } = {};
  function visit(line: JournalLine): void {
    state.apply(line.diff);
    if (line.seq === seq) atCheckpoint.hash = line.hash;
    if (line.seq > seq) for (const home of homesOf(line.diff, state)) stale.add(home);
  }
  const after = useCheckpoints && index !== null ? index.journal : journalStart;
  const tail = await readJournal(folder, after, visit, until);
  if (!tail.ok) return tail;
  if (tail.value.mark.seq < seq) {
    const place = `journal (it ends at change ${tail.value.mark.seq}; ${caseFile} is of change ${seq})`;
    return damaged(folder, place);
  }
  if (index !== null && (atCheckpoint.hash ?? index.journal.hash) !== index.journal.hash) {
    return damaged(folder, `journal (change ${seq} is not the one that ${caseFile} is of)`);
  }
  if ([...state.all('case')].length !== 1) return damaged(folder, 'journal (it starts no case)');
  const checkpoints = { seq: unusable.length === 0 ? seq : 0, documents, stale };
  return ok({ state, tail: tail.value, checkpoints, unusable });
}

// Ids sort by time of creation, and that is the order in which records came into the case.
async function stateOf(records: readonly AnyRecord[]): Promise<CaseState> {
  const slices = new Slices();
  const state = new CaseState();
  for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    state.apply({ created: [record], updated: [], removed: [] });
    await slices.pause();
  }
  return state;
}

/** What is wrong with a whole case, each problem once; looked for in slices, because a case may be large. */
export async function misfits(state: CaseState): Promise<Set<string>> {
  const slices = new Slices();
  const found = new Set<string>();
  for (const record of state.records()) {
    for (const problem of integrityProblems(state, [record])) found.add(problem);
    await slices.pause();
  }
  return found;
}

function damaged(folder: CaseFolder, place: string): Result<never, AppError> {
  return err(appError('store/damaged', { path: folder.path, place }));
}
