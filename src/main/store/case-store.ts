import { resolve } from 'node:path';
import { type AppError, appError } from '../../contract/errors.ts';
import { type RecoveryReport, isEmptyReport } from '../../contract/recovery.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { type CaseFolder, caseFolder } from './disk/case-folder.ts';
import { makeCaseFolder, removeCaseFolder } from './opening/create-case.ts';
import { attempt } from './disk/file-errors.ts';
import { type CaseParts, FolderCaseStore } from './folder-case-store.ts';
import { IdSource } from './disk/ids.ts';
import { loadCase } from './opening/load-case.ts';
import { type Lock, acquireLock } from './access/lock.ts';
import { checkFolder, makeWritable } from './opening/open-folder.ts';
import { reportOf } from './opening/opening-report.ts';
import { authorOf } from './changes/author.ts';
import { readPastSteps } from './changes/past-steps.ts';
import { type PreviewRequest, previewCase } from './opening/preview-case.ts';
import { recoverCase } from './recovery/recover-case.ts';
import { type SalvagedCase, salvageCase } from './recovery/salvage.ts';
import { earlierReports } from './opening/set-aside.ts';
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
  /** How long a writer on another computer must show no sign of life before a reader may take over; a minute unless given. */
  readonly silenceMilliseconds?: number | undefined;
  /** Where the journal is damaged, opens what can be recovered: as it is for reading, as a new journal for writing. */
  readonly recover?: boolean;
  /** The clock; the computer's own unless given. */
  readonly now?: () => Date;
  /** The built worker that reads the checkpoints of a large case beside this thread; without it this thread reads them. */
  readonly readerPath?: string | URL | undefined;
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
  let mayRemove = true;
  try {
    const opened = await openCase(path, { readOnly: false, analyst, now });
    // Whoever was quicker to open the new case keeps it.
    mayRemove = !opened.ok && opened.error.code !== 'store/locked';
    return opened;
  } finally {
    if (mayRemove) await removeCaseFolder(resolve(path));
  }
}

/**
 * Opens the case at a path. What a crash left behind, or what the journal can rebuild, is mended and told in the store's
 * report; a case that has lost more is `store/recoverable`, unless it is to be recovered.
 */
export async function openCase(
  path: string,
  options: OpenOptions,
): Promise<Result<CaseStore, AppError>> {
  const folder = caseFolder(resolve(path));
  const { now = systemClock, recover = false, preview } = options;
  const opening: Opening = { ...options, folder, now, recover };
  const checked = await checkFolder(folder);
  if (!checked.ok) return checked;
  const taking = options.readOnly ? null : acquireLock(folder, { ...options, now: now() });
  let opened: Result<CaseStore, AppError> | null = null;
  try {
    // What can be shown first is read while the lock is taken, because taking it waits for the disk.
    const [lock, shown] = await Promise.all([
      taking,
      preview === undefined ? null : previewCase(folder, preview.choose),
    ]);
    if (lock?.ok === false) return lock;
    if (shown !== null) preview?.show(shown);
    opened = await (lock === null ? openForReading(opening) : openForWriting(opening, lock.value));
    return opened;
  } finally {
    // Whatever was thrown meanwhile, nobody is kept out of a case that is not open.
    const lock = opened?.ok === true ? null : await taking;
    if (lock?.ok === true) await lock.value.release();
  }
}

interface Opening extends Omit<OpenOptions, 'readOnly' | 'preview'> {
  readonly folder: CaseFolder;
  readonly recover: boolean;
  readonly now: () => Date;
}

async function openForReading(opening: Opening): Promise<Result<CaseStore, AppError>> {
  const { folder, recover, now, readerPath } = opening;
  const loaded = await loadCase(folder, { acceptNewer: true, isThorough: recover, readerPath });
  if (!loaded.ok) {
    const salvaged = await salvageDamaged(opening, loaded.error);
    if (!salvaged.ok) return salvaged;
    return storeOf(opening, { ...salvaged.value, mayWrite: false, writing: null });
  }
  const { state, tail } = loaded.value;
  const report = reportOf(loaded.value, now());
  const mayWrite = report.newerFormat === null;
  return storeOf(opening, { state, mark: tail.mark, report, mayWrite, writing: null });
}

async function openForWriting(opening: Opening, lock: Lock): Promise<Result<CaseStore, AppError>> {
  const { folder, recover, now, readerPath } = opening;
  const found = await loadCase(folder, { acceptNewer: false, isThorough: recover, readerPath });
  const recovered = found.ok ? ok(null) : await recoverDamaged(opening, found.error);
  if (!recovered.ok) return recovered;
  const loaded = found.ok ? found : await loadCase(folder, { acceptNewer: false });
  if (!loaded.ok) return loaded;
  const { state, tail } = loaded.value;
  const writable = await makeWritable(folder, loaded.value, now());
  if (!writable.ok) return writable;
  const { journal, checkpoints } = writable.value;
  const report = recovered.value ?? writable.value.report;
  let store: Result<CaseStore, AppError> | null = null;
  try {
    const author = authorOf(state, opening.analyst, opening.now);
    const history = await attempt(folder.path, () => readPastSteps(journal, author.id));
    if (!history.ok) return history;
    const writing = { journal, lock, checkpoints, history: history.value };
    const parts = { state, mark: tail.mark, report, mayWrite: true, writing };
    store = await storeOf(opening, parts, author);
    return store;
  } finally {
    if (store?.ok !== true) await journal.close();
  }
}

async function recoverDamaged(
  opening: Opening,
  damage: AppError,
): Promise<Result<RecoveryReport, AppError>> {
  const salvaged = await salvageDamaged(opening, damage);
  if (!salvaged.ok) return salvaged;
  const by = authorOf(salvaged.value.state, opening.analyst, opening.now);
  return recoverCase(opening.folder, salvaged.value, by, opening.now());
}

// What can be recovered is worked out before it is asked for, so that the question can say what the answer would give.
async function salvageDamaged(
  { folder, recover, now }: Opening,
  damage: AppError,
): Promise<Result<SalvagedCase, AppError>> {
  if (damage.code !== 'store/damaged') return err(damage);
  const salvaged = await salvageCase(folder, now());
  if (!salvaged.ok || recover) return salvaged;
  const { path, place } = damage.facts;
  return err(appError('store/recoverable', { path, place, report: salvaged.value.report }));
}

type StoreParts = Pick<CaseParts, 'state' | 'mark' | 'report' | 'mayWrite' | 'writing'>;

async function storeOf(
  opening: Opening,
  { report, ...parts }: StoreParts,
  analyst = authorOf(parts.state, opening.analyst, opening.now),
): Promise<Result<CaseStore, AppError>> {
  const { folder, now, silenceMilliseconds } = opening;
  const repairs = await attempt(folder.path, () => earlierReports(folder));
  if (!repairs.ok) return repairs;
  const told = report === null || isEmptyReport(report) ? null : report;
  const found = { ...parts, report: told, repairs: repairs.value, silenceMilliseconds };
  return ok(new FolderCaseStore({ ...found, folder, ids: new IdSource(now), now, analyst }));
}

function systemClock(): Date {
  return new Date();
}
