import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseState } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import type { RecoveryReport } from '../../../contract/recovery.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { currentFormat } from '../../migrations/registry.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { type CaseFolder, partNames } from '../disk/case-folder.ts';
import type { CheckpointState } from '../checkpoints/checkpointer.ts';
import { kindAt, sweepUnfinished, syncFolder } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import { FolderJournal } from '../journal/folder-journal.ts';
import { keepFormat } from './keep-format.ts';
import type { LoadedCase } from './load-case.ts';
import { reportOf } from './opening-report.ts';
import { documentsThere, readIndex } from '../checkpoints/read-checkpoints.ts';
import { keepAside } from './set-aside.ts';

/** A loaded case whose folder was made ready to be written to. */
export interface WritableFolder {
  readonly journal: FolderJournal;
  readonly checkpoints: CheckpointState;
  /** What was found and mended. */
  readonly report: RecoveryReport;
}

/** Tells whether a path holds a case, before anything in it is touched. */
export async function checkFolder(folder: CaseFolder): Promise<Result<null, AppError>> {
  const { path, root } = folder;
  const checked = await attempt(path, async () => {
    if (!(await stat(path)).isDirectory()) return appError('store/not-a-case', { path });
    for (const name of partNames) {
      const kind = await kindAt(join(root, name));
      // A link in its place would have files outside the folder read and written.
      if (kind !== 'folder' && kind !== 'nothing')
        return appError('store/damaged', { path, place: `${name} (not a folder)` });
    }
    if ((await kindAt(folder.journal)) === 'folder') return null;
    // A case that lost its journal can still be recovered from its checkpoints.
    const { status } = await readIndex(folder);
    const isCase = status === 'intact' || (await documentsThere(folder)).length > 0;
    return isCase ? null : appError('store/not-a-case', { path });
  });
  if (!checked.ok) return checked;
  return checked.value === null ? ok(null) : err(checked.value);
}

/**
 * Makes the folder of a loaded case ready to be written to: a case of an older format is kept as it is, what a crash left
 * half-written goes, unusable checkpoints and a torn last line are set aside, and the journal is opened at its end. Only the
 * holder of the lock may do this.
 */
export async function makeWritable(
  folder: CaseFolder,
  loaded: LoadedCase,
  now: Date,
): Promise<Result<WritableFolder, AppError>> {
  const { tail, checkpoints, format } = loaded;
  const prepared = await attempt(folder.path, async () => {
    const upgrade =
      format < currentFormat
        ? { from: format, to: currentFormat, keptIn: await keepFormat(folder) }
        : null;
    // This makes folders that an older format may not have, so the case is kept as it was before.
    await tidyFolder(folder);
    const report = { ...reportOf(loaded, now), upgrade };
    const mended = report.found.length > 0 ? await setAside(folder, loaded, report) : report;
    const stale = new Set([...checkpoints.stale, ...(await strays(folder, loaded.state))]);
    return { report: mended, stale };
  });
  if (!prepared.ok) return prepared;
  const { report, stale } = prepared.value;
  const journal = await FolderJournal.open(folder, tail);
  if (!journal.ok) return journal;
  return ok({
    journal: journal.value,
    checkpoints: { ...checkpoints, stale },
    report,
  });
}

/** Makes the folders of a case that are missing, and takes away what a crash left unfinished. */
export async function tidyFolder({ root, journal }: CaseFolder): Promise<void> {
  for (const part of partNames) await mkdir(join(root, part), { recursive: true });
  for (const part of ['', ...partNames]) await sweepUnfinished(join(root, part));
  // Names that came last before a crash may not be on disk yet, and what is acknowledged stands on them.
  for (const path of [journal, root]) await syncFolder(path);
}

async function setAside(
  folder: CaseFolder,
  { unusable, tail }: LoadedCase,
  report: RecoveryReport,
): Promise<RecoveryReport> {
  const parts = unusable.map(({ file }) => file);
  const found = { parts, torn: tail.torn };
  const kept = await keepAside(folder, { ...report, outcome: 'repaired' }, found);
  // Also a folder that stands where a checkpoint should, and which no file could replace.
  for (const part of parts) await rm(join(folder.root, part), { recursive: true, force: true });
  return kept;
}

/** Checkpoints of documents that are gone: a crash came between leaving them out and removing them. */
export async function strays(folder: CaseFolder, state: CaseState): Promise<DocumentId[]> {
  return (await documentsThere(folder)).filter((id) => state.get(id) === undefined);
}
