import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CaseState } from '../../../domain/core/case-state.ts';
import { prepareCommand } from '../../../domain/commands/registry.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { type CaseFolder, caseFolder, partNames } from '../disk/case-folder.ts';
import { Checkpointer } from '../checkpoints/checkpointer.ts';
import { kindAt, syncFolder, unfinished } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import { FolderJournal } from '../journal/folder-journal.ts';
import { IdSource } from '../disk/ids.ts';
import { type SealedLine, journalStart, sealLine } from '../journal/journal-line.ts';

/** Whose case it is, and what it is called. */
export interface NewCase {
  readonly name: string;
  /** The name under which the changes are recorded. */
  readonly analyst: string;
  readonly now: () => Date;
}

/**
 * Makes the folder of a new case where nothing, or an empty folder, is. It is made beside its place and moved there when
 * it is complete, so that whatever happens there is either a whole case or none.
 */
export async function makeCaseFolder(path: string, made: NewCase): Promise<Result<null, AppError>> {
  const place = resolve(path);
  const parent = dirname(place);
  if ((await kindAt(parent)) === 'nothing') {
    const reason = `there is no folder “${parent}”`;
    return err(appError('store/write-failed', { path: place, reason }));
  }
  const free = await attempt(place, () => isFree(place));
  if (!free.ok) return free;
  if (!free.value) return err(appError('store/exists', { path: place }));
  await sweepBeside(place);
  const beside = besideOf(place);
  let moved: Result<null, AppError> | null = null;
  try {
    const done = await fill(caseFolder(place, beside), made);
    moved = done.ok ? await attempt(place, () => moveInto(beside, place)) : done;
    return moved;
  } finally {
    // Whatever went wrong, nothing half-made stays.
    if (moved?.ok !== true) await removeCaseFolder(beside);
  }
}

/** Takes away a case that was made but could not be handed over. */
export async function removeCaseFolder(path: string): Promise<void> {
  await attempt(path, async () => {
    await rm(path, { recursive: true, force: true });
    await syncFolder(dirname(path));
  });
}

/** Where the folder of a case is made before it comes to its place: hidden, beside it, under a name of its own. */
export function besideOf(place: string): string {
  return join(dirname(place), `.${basename(place)}.${randomUUID()}${unfinished}`);
}

// This is how `besideOf` names the folder in which a case is made before it is put in its place.
const besidePattern = /^\..+\.[0-9a-f-]{36}\.unfinished$/;

// Making a case takes far less than a day: a folder that is older was left behind by a crash.
const abandonedMilliseconds = 86_400_000;

/** Removes what was left beside a place by those who were killed while they made a case there, a day ago or earlier. */
export async function sweepBeside(place: string): Promise<void> {
  const folder = dirname(place);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => besidePattern.test(one))) {
    const path = join(folder, name);
    try {
      const { mtimeMs } = await lstat(path);
      if (Date.now() - mtimeMs > abandonedMilliseconds) await rm(path, { recursive: true });
    } catch {
      // It is hidden and in nobody's way; the next one to come tries again.
    }
  }
}

/** Tells whether a case may come to a path: nothing is there, or an empty folder. */
export async function isFree(place: string): Promise<boolean> {
  const kind = await kindAt(place);
  return kind === 'nothing' || (kind === 'folder' && (await readdir(place)).length === 0);
}

async function fill(folder: CaseFolder, made: NewCase): Promise<Result<null, AppError>> {
  const folders = await attempt(folder.path, async () => {
    await mkdir(folder.root);
    for (const name of partNames) await mkdir(join(folder.root, name));
    await syncFolder(folder.root);
  });
  if (!folders.ok) return folders;
  const tail = { mark: journalStart, segments: [], torn: null };
  const journal = await FolderJournal.open(folder, tail);
  if (!journal.ok) return journal;
  try {
    return await start(folder, journal.value, made);
  } finally {
    await journal.value.close();
  }
}

async function start(
  folder: CaseFolder,
  journal: FolderJournal,
  made: NewCase,
): Promise<Result<null, AppError>> {
  const begun = beginningOf(made);
  if (!begun.ok) return begun;
  const { state, line } = begun.value;
  const written = await journal.append(0, [line]);
  if (!written.ok) return written;
  const found = { seq: 0, documents: new Map(), stale: new Set<never>() };
  const checkpointer = new Checkpointer(folder, found, () => ({ state, mark: line.mark }));
  const flushed = await checkpointer.flush();
  checkpointer.stop();
  return flushed.ok ? ok(null) : flushed;
}

/** The first line of a new case's journal, and the case that it makes. */
export function beginningOf({
  name,
  analyst,
  now,
}: NewCase): Result<{ state: CaseState; line: SealedLine }, AppError> {
  const ids = new IdSource(now);
  const by = ids.next('analyst');
  const input = { name, analyst: { type: 'analyst', id: by, name: analyst } };
  const prepared = prepareCommand('case/create', input);
  if (!prepared.ok) return prepared;
  const state = new CaseState();
  const at = now().toISOString();
  const context = { view: state, at, by, newId: ids.next.bind(ids), textOf: () => '' };
  const diff = prepared.value.run(context);
  if (!diff.ok) return diff;
  const { name: command } = prepared.value;
  const label = prepared.value.label(state);
  const line = sealLine(journalStart, { at, by, command, label, diff: diff.value });
  state.apply(diff.value);
  return ok({ state, line });
}

/** Moves a whole case folder to its free place, on the same disk, so that it survives a power cut. */
export async function moveInto(beside: string, place: string): Promise<null> {
  // Not every system can rename over an empty folder.
  if ((await kindAt(place)) === 'folder') await rmdir(place);
  await rename(beside, place);
  try {
    await syncFolder(dirname(place));
  } catch (error) {
    // Not on disk for certain, so it must not look as if it were; whoever called removes what is beside the place.
    await rename(place, beside);
    throw error;
  }
  return null;
}
