import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { CopyProgress, CopyReport } from '../../../contract/copies.ts';
import { CaseState } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import {
  type CaseFolder,
  caseFolder,
  dataFile,
  originalFile,
  partNames,
} from '../disk/case-folder.ts';
import { Checkpointer } from '../checkpoints/checkpointer.ts';
import { copyFile } from '../disk/copy-files.ts';
import { besideOf, isFree, moveInto, sweepBeside } from '../opening/create-case.ts';
import { kindAt, syncFolder } from '../disk/durable-files.ts';
import { attempt, isMissing, isSystemError } from '../disk/file-errors.ts';
import { type JournalMark, journalStart } from '../journal/journal-line.ts';
import { readJournal } from '../journal/journal-reader.ts';
import type { JournalSegment } from '../journal/segments.ts';
import { verifyCase } from '../recovery/verify.ts';

/** A copy to make. */
export interface CopyJob {
  /** The folder of the case; it may be open and go on changing. */
  readonly source: string;
  /** The change up to which it is copied. */
  readonly mark: JournalMark;
  /** The folder the copy becomes; nothing, or an empty folder, is there. */
  readonly place: string;
  /** Where it is made first, as `besideOf` names it; whoever gives the job removes what a failure leaves there. */
  readonly beside: string;
}

/** A copy that was made earlier. */
export interface MadeCopy {
  readonly path: string;
  /** The change up to which it was made. */
  readonly mark: JournalMark;
}

/** The job that copies an open case as it is now. */
export function jobFor(store: { path: string; mark: JournalMark }, place: string): CopyJob {
  return { source: store.path, mark: store.mark, place, beside: besideOf(place) };
}

/**
 * Removes a copy that `copyCase` made, unless somebody has opened it and works in it: a copy that has become a case of its
 * own, or is not what it was, stays.
 */
export async function removeCopy({ path, mark }: MadeCopy): Promise<void> {
  const folder = caseFolder(path);
  const tail = await readJournal(folder, mark, () => undefined);
  if (!tail.ok || tail.value.torn !== null || tail.value.mark.hash !== mark.hash) return;
  await attempt(path, async () => {
    // A lock means that somebody has it open, or had it when their program died.
    if ((await kindAt(folder.lock)) !== 'nothing') return;
    // Half a copy must not pass for a whole one.
    const aside = besideOf(path);
    await rename(path, aside);
    await rm(aside, { recursive: true, force: true });
  });
}

/** A file of the case that a document refers to. */
interface WantedFile {
  /** Its path in the case folder, with slashes. */
  readonly place: string;
  readonly hash: string;
}

// So many files at once keep a disk busy; more would only take memory.
const filesAtOnce = 8;

/**
 * Makes a copy of a case as of one change: its journal, every file that the journal refers to, and fresh
 * checkpoints. The copy is verified as a whole before it appears at its place. What the case itself has lost is told in
 * the report; anything else that is not right makes it fail. Meant for a worker: it does not share its thread.
 */
export async function copyCase(
  job: CopyJob,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<Result<CopyReport, AppError>> {
  try {
    return await copy({ ...job, place: resolve(job.place) }, onProgress);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed(job.place, reasons[error.code] ?? error.message);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'there is not enough room on that disk',
  EDQUOT: 'there is not enough room on that disk',
  EACCES: 'you may not write there, or not read all of the case',
  EPERM: 'you may not write there, or not read all of the case',
  EROFS: 'nothing can be written on that disk',
  ENOENT: 'the case or the folder it was to be copied to is no longer there',
  EIO: 'the disk has failed',
};

async function copy(
  { source, mark, place, beside }: CopyJob,
  onProgress: (progress: CopyProgress) => void,
): Promise<Result<CopyReport, AppError>> {
  const from = caseFolder(source);
  // What is wrong with the content of the copy is wrong with the case.
  const to = caseFolder(source, beside);
  if ((await kindAt(dirname(place))) !== 'folder')
    return failed(place, `there is no folder “${dirname(place)}”`);
  if (isWithin(place, source)) return failed(place, 'it would lie in the case itself');
  if (!(await isFree(place))) return err(appError('store/exists', { path: place }));
  // Read from the mark to the mark: this only finds the segments, and shows that the journal reaches that far.
  const end = await readJournal(from, mark, () => undefined, mark.bytes);
  // The reader's own error says that no case could be opened, which is not what was asked for.
  if (!end.ok && end.error.code === 'store/not-found')
    return failed(place, 'the case is not there');
  if (!end.ok) return end;

  await sweepBeside(place);
  // The empty name is the case folder itself.
  for (const name of ['', ...partNames]) await mkdir(join(to.root, name));
  for (const segment of end.value.segments) await copySegment(segment, to, mark);
  const replayed = await replay(to, mark);
  if (!replayed.ok) return replayed;
  const { state, files } = replayed.value;
  // Missing and altered files are told, and do not fail the copy: they are why somebody may want one.
  const lost = await copyFiles(from, to, files, onProgress);
  // Made anew from the journal: those of the case change while it is worked on, and need not be as of the mark.
  const written = await writeCheckpoints(to, state, mark);
  if (!written.ok) return written;
  for (const name of ['', ...partNames]) await syncFolder(join(to.root, name));

  const verified = await verifyCase(to, mark, new Date());
  if (!verified.ok) return verified;
  const { findings } = verified.value;
  // A place with a slash is a file. What is wrong with it is the copy's own fault unless it was lost in the case
  // already.
  const own = findings.find((finding) => finding.place.includes('/') && !lost.has(finding.place));
  if (own !== undefined) return failed(place, `“${own.place}” did not arrive as it was`);
  await moveInto(beside, place);
  const flaws = findings.map((finding) => `${finding.place}: ${finding.problem}`);
  return ok({ path: place, flaws });
}

/** Tells whether a path is a folder or lies in it; both are absolute. */
export function isWithin(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return !way.startsWith('..') && !isAbsolute(way);
}

async function copySegment(
  { name, path, start, size }: JournalSegment,
  to: CaseFolder,
  mark: JournalMark,
): Promise<void> {
  // Lines that were written after the mark stay behind, and so do whole segments.
  const length = Math.min(size, mark.bytes - start);
  if (length > 0) await copyFile(path, join(to.journal, name), { length });
}

// The case as the copied journal tells it, and every file that any of its lines has ever referred to.
async function replay(
  to: CaseFolder,
  mark: JournalMark,
): Promise<Result<{ state: CaseState; files: WantedFile[] }, AppError>> {
  const state = new CaseState();
  const files = new Map<string, WantedFile>();
  const tail = await readJournal(to, journalStart, ({ diff }) => {
    state.apply(diff);
    for (const record of [...diff.created, ...diff.updated.map(([, after]) => after)])
      if (record.type === 'document')
        for (const file of filesOf(record)) files.set(file.place, file);
  });
  if (!tail.ok) return tail;
  return tail.value.mark.hash === mark.hash
    ? ok({ state, files: [...files.values()] })
    : err(appError('store/damaged', { path: to.path, place: 'journal (it was cut short)' }));
}

function filesOf({ text, layout, original }: DocumentRecord): WantedFile[] {
  return [
    { place: `texts/${dataFile(text)}`, hash: text },
    ...(layout === null ? [] : [{ place: `layouts/${dataFile(layout)}`, hash: layout }]),
    { place: `originals/${originalFile(original.hash, original.extension)}`, hash: original.hash },
  ];
}

/** Copies files; answers the places of those that are missing or not what they should be. */
async function copyFiles(
  from: CaseFolder,
  to: CaseFolder,
  files: readonly WantedFile[],
  onProgress: (progress: CopyProgress) => void,
): Promise<Set<string>> {
  const lost = new Set<string>();
  const sizes = await Promise.all(files.map(({ place }) => sizeOf(join(from.root, place))));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  // One iterator for all of the workers below: each takes the next file that nobody has taken.
  const waiting = files.values();
  async function copyWaiting(): Promise<void> {
    for (const { place, hash } of waiting) {
      const [source, target] = [join(from.root, place), join(to.root, place)].map(systemPath);
      const onBytes = (bytes: number): void => {
        done += bytes;
        onProgress({ done, total });
      };
      const found = await copyFile(source ?? '', target ?? '', { onBytes });
      if (found !== hash) lost.add(place);
    }
  }
  onProgress({ done, total });
  // All are waited for even when one fails, so that nothing is being written any more when the copy is removed.
  const outcomes = await Promise.allSettled(Array.from({ length: filesAtOnce }, copyWaiting));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return lost;
}

function systemPath(path: string): string {
  return path.replaceAll('/', sep);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function writeCheckpoints(
  to: CaseFolder,
  state: CaseState,
  mark: JournalMark,
): Promise<Result<null, AppError>> {
  const stale = new Set([...state.all('document')].map(({ id }) => id));
  // Nothing is there yet: every document is stale, and all of them are written at once.
  const none = { seq: 0, documents: new Map(), stale };
  const checkpointer = new Checkpointer(to, none, () => ({ state, mark }));
  const flushed = await checkpointer.flush();
  checkpointer.stop();
  return flushed;
}

function failed(path: string, reason: string): Result<never, AppError> {
  return err(appError('store/copy-failed', { path, reason }));
}
