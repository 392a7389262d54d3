import { resolve } from 'node:path';
import type { CaseState } from '../../domain/case-state.ts';
import type { AppError } from '../../domain/errors.ts';
import type { Analyst } from '../../domain/model/analyst.ts';
import { type Result, ok } from '../../domain/result.ts';
import { type CaseFolder, caseFolder } from './case-folder.ts';
import { makeCaseFolder, removeCaseFolder } from './create-case.ts';
import { attempt } from './file-errors.ts';
import { FolderCaseStore } from './folder-case-store.ts';
import { IdSource } from './ids.ts';
import { loadCase } from './load-case.ts';
import { type Lock, acquireLock } from './lock.ts';
import { checkFolder, makeWritable, noticesOfReading } from './open-folder.ts';
import { readPastSteps } from './past-steps.ts';
import { type PreviewRequest, previewCase } from './preview-case.ts';
import type { CaseStore } from './store-interface.ts';

export type { CaseStore } from './store-interface.ts';

/** How a new case is made. */
export interface CreateOptions {
  readonly name: string;
  /** The name under which changes are recorded. */
  readonly analyst: string;
  /** The clock; the computer's own unless given. */
  readonly now?: () => Date;
}

/** How a case is opened. */
export interface OpenOptions {
  /** Opens without a lock and writes nothing at all, not even the mending of what a crash left behind. */
  readonly readOnly: boolean;
  /** The name under which changes are recorded; added to the case with the first change if it is new there. */
  readonly analyst: string;
  /** The token of a lock to take over though its owner may live; `silentToken` of a store that watched it. */
  readonly takeOver?: string | undefined;
  /** The clock; the computer's own unless given. */
  readonly now?: () => Date;
  /** Wants to see a document of a large case while the rest of it is still being read. */
  readonly preview?: PreviewRequest;
}

/** Makes a case at a path where nothing, or an empty folder, is, and opens it; a failure leaves nothing behind. */
export async function createCase(
  path: string,
  { name, analyst, now = systemClock }: CreateOptions,
): Promise<Result<CaseStore, AppError>> {
  const made = await makeCaseFolder(path, { name, analyst, now });
  if (!made.ok) return made;
  const opened = await openCase(path, { readOnly: false, analyst, now });
  // Whoever was quicker to open the new case keeps it.
  if (!opened.ok && opened.error.code !== 'store/locked') await removeCaseFolder(resolve(path));
  return opened;
}

/** Opens the case at a path; what a crash left behind is mended and told in the store's notices. */
export async function openCase(
  path: string,
  { readOnly, analyst, takeOver, now = systemClock, preview }: OpenOptions,
): Promise<Result<CaseStore, AppError>> {
  const folder = caseFolder(resolve(path));
  const checked = await checkFolder(folder);
  if (!checked.ok) return checked;
  if (readOnly) {
    await showPreview(folder, preview);
    return openForReading(folder, analyst, now);
  }
  const lock = await acquireLock(folder, { analyst, now: now(), takeOver });
  if (!lock.ok) return lock;
  try {
    await showPreview(folder, preview);
    const opened = await openForWriting(folder, lock.value, analyst, now);
    if (!opened.ok) await lock.value.release();
    return opened;
  } catch (error) {
    await lock.value.release();
    throw error;
  }
}

async function showPreview(folder: CaseFolder, request: PreviewRequest | undefined): Promise<void> {
  const preview = request && (await previewCase(folder, request.choose));
  if (preview) request.show(preview);
}

async function openForReading(
  folder: CaseFolder,
  analyst: string,
  now: () => Date,
): Promise<Result<CaseStore, AppError>> {
  const loaded = await loadCase(folder, { acceptNewer: true });
  if (!loaded.ok) return loaded;
  const { state, tail, newerFormat } = loaded.value;
  const ids = new IdSource(now);
  const mayWrite = newerFormat === null;
  const parts = { folder, state, ids, now, mark: tail.mark, mayWrite, writing: null };
  const notices = noticesOfReading(loaded.value);
  return ok(new FolderCaseStore({ ...parts, notices, analyst: analystOf(state, analyst, ids) }));
}

async function openForWriting(
  folder: CaseFolder,
  lock: Lock,
  analyst: string,
  now: () => Date,
): Promise<Result<CaseStore, AppError>> {
  const loaded = await loadCase(folder, { acceptNewer: false });
  if (!loaded.ok) return loaded;
  const { state, tail } = loaded.value;
  const writable = await makeWritable(folder, loaded.value, now());
  if (!writable.ok) return writable;
  const { journal, checkpoints, notices } = writable.value;
  const ids = new IdSource(now);
  const parts = { folder, state, ids, now, mark: tail.mark, mayWrite: true, notices };
  const author = analystOf(state, analyst, ids);
  const history = await attempt(folder.path, () => readPastSteps(folder, tail.mark, author.id));
  if (!history.ok) return history;
  const writing = { journal, lock, checkpoints, history: history.value };
  return ok(new FolderCaseStore({ ...parts, writing, analyst: author }));
}

function analystOf(state: CaseState, name: string, ids: IdSource): Analyst {
  const known = [...state.all('analyst')].find((analyst) => analyst.name === name);
  return known ?? { type: 'analyst', id: ids.next('analyst'), name };
}

function systemClock(): Date {
  return new Date();
}
