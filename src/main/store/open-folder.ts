import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseState } from '../../domain/case-state.ts';
import { type AppError, appError } from '../../domain/errors.ts';
import { DocumentId } from '../../domain/model/ids.ts';
import type { RecoveryReport } from '../../domain/recovery.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { currentFormat } from '../migrations/registry.ts';
import { type CaseFolder, partNames } from './case-folder.ts';
import type { CheckpointState } from './checkpointer.ts';
import { kindAt, sweepUnfinished } from './durable-files.ts';
import { attempt } from './file-errors.ts';
import { FolderJournal } from './folder-journal.ts';
import { keepFormat } from './keep-format.ts';
import type { LoadedCase } from './load-case.ts';
import { reportOf } from './opening-report.ts';
import { readIndex } from './read-checkpoints.ts';
import { asideName, keepTornLine, leaveReport, moveAside } from './set-aside.ts';

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
    return status === 'intact' ? null : appError('store/not-a-case', { path });
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
    for (const part of partNames) await mkdir(join(folder.root, part), { recursive: true });
    for (const part of ['', ...partNames]) await sweepUnfinished(join(folder.root, part));
    const upgrade =
      format < currentFormat
        ? { from: format, to: currentFormat, keptIn: await keepFormat(folder) }
        : null;
    const report = { ...reportOf(loaded, now), upgrade };
    const mended = report.found.length > 0 ? await setAside(folder, loaded, report, now) : report;
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

async function setAside(
  folder: CaseFolder,
  { unusable, tail }: LoadedCase,
  report: RecoveryReport,
  now: Date,
): Promise<RecoveryReport> {
  const keptIn = asideName(now);
  const mended = { ...report, outcome: 'repaired' as const, keptIn };
  if (tail.torn !== null) await keepTornLine(folder, keptIn, tail.torn);
  for (const { file } of unusable) await moveAside(folder, keptIn, file);
  await leaveReport(folder, keptIn, mended);
  return mended;
}

/** Checkpoints of documents that are gone: a crash came between leaving them out and removing them. */
export async function strays(folder: CaseFolder, state: CaseState): Promise<DocumentId[]> {
  const found: DocumentId[] = [];
  for (const name of await readdir(folder.documents)) {
    const id = DocumentId.safeParse(name.replace(/\.json$/, ''));
    if (name.endsWith('.json') && id.success && state.get(id.data) === undefined)
      found.push(id.data);
  }
  return found;
}
