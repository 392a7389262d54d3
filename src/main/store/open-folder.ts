import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, appError } from '../../domain/errors.ts';
import { DocumentId } from '../../domain/model/ids.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { currentFormat } from '../migrations/registry.ts';
import { type CaseFolder, caseFile, partNames, timeInName } from './case-folder.ts';
import { CaseHead, readCheckpoint } from './checkpoint-file.ts';
import type { CheckpointState } from './checkpointer.ts';
import { kindAt, sweepUnfinished, syncFolder } from './durable-files.ts';
import { attempt } from './file-errors.ts';
import { FolderJournal, setTornLineAside } from './folder-journal.ts';
import { Slices } from './slices.ts';
import type { LoadedCase, UnusableCheckpoint } from './load-case.ts';

/** A loaded case whose folder was made ready to be written to. */
export interface WritableFolder {
  readonly journal: FolderJournal;
  readonly checkpoints: CheckpointState;
  readonly notices: readonly string[];
}

// More would fill the window; the first ones and the number say enough.
const noticesOfCheckpoints = 3;

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
    const index = await readCheckpoint(
      { folder: root, name: caseFile, head: CaseHead },
      new Slices(),
    );
    return index.status === 'intact'
      ? appError('store/damaged', { path, place: 'journal (it is missing)' })
      : appError('store/not-a-case', { path });
  });
  if (!checked.ok) return checked;
  return checked.value === null ? ok(null) : err(checked.value);
}

/**
 * Makes the folder of a loaded case ready to be written to: what a crash left half-written goes, unusable checkpoints and
 * a torn last line are set aside, and the journal is opened at its end. Only the holder of the lock may do this.
 */
export async function makeWritable(
  folder: CaseFolder,
  loaded: LoadedCase,
  now: Date,
): Promise<Result<WritableFolder, AppError>> {
  const { tail, checkpoints, unusable } = loaded;
  const prepared = await attempt(folder.path, async () => {
    for (const part of partNames) await mkdir(join(folder.root, part), { recursive: true });
    for (const part of ['', ...partNames]) await sweepUnfinished(join(folder.root, part));
    const notices = await setCheckpointsAside(folder, unusable, now);
    if (tail.torn !== null) {
      const name = await setTornLineAside(folder, tail.torn, now);
      notices.push(tornNotice(loaded, `It was cut off and kept as “journal/${name}”.`));
    }
    return { notices, stale: new Set([...checkpoints.stale, ...(await strays(folder, loaded))]) };
  });
  if (!prepared.ok) return prepared;
  const { notices, stale } = prepared.value;
  const journal = await FolderJournal.open(folder, tail);
  if (!journal.ok) return journal;
  return ok({ journal: journal.value, checkpoints: { ...checkpoints, stale }, notices });
}

/** What the analyst should know of a case that is only read: what was found, and that nothing was changed. */
export function noticesOfReading(loaded: LoadedCase): string[] {
  const { newerFormat, unusable, tail } = loaded;
  const notices = unusable.map(
    ({ place, problem }) => `“${place}” is ${problem}; its content was read from the journal.`,
  );
  if (tail.torn !== null) notices.push(tornNotice(loaded, 'It was passed over.'));
  if (newerFormat !== null) {
    notices.push(
      `This case was made by a newer Assay (format ${newerFormat}; this one knows ${currentFormat}), so it can only be read here.`,
    );
  }
  return shortened(notices);
}

function tornNotice({ tail }: LoadedCase, whatWasDone: string): string {
  const place = `journal/${tail.torn?.segment.name ?? ''}`;
  return `The last line of “${place}”, after change ${tail.mark.seq}, is incomplete: Assay or the computer stopped while it was being written. ${whatWasDone}`;
}

async function setCheckpointsAside(
  folder: CaseFolder,
  unusable: readonly UnusableCheckpoint[],
  now: Date,
): Promise<string[]> {
  const notices: string[] = [];
  for (const { place, problem } of unusable) {
    const aside = `${place}.damaged-${timeInName(now)}`;
    const isThere = (await kindAt(join(folder.root, place))) !== 'nothing';
    if (isThere) await rename(join(folder.root, place), join(folder.root, aside));
    const kept = isThere ? ` The damaged file was kept as “${aside}”.` : '';
    notices.push(`“${place}” was ${problem} and was rebuilt from the journal.${kept}`);
  }
  if (unusable.length > 0) {
    await syncFolder(folder.root);
    await syncFolder(folder.documents);
  }
  return shortened(notices);
}

function shortened(notices: string[]): string[] {
  const more = notices.length - noticesOfCheckpoints;
  if (more <= 1) return notices;
  const last = `The same holds for ${more} more checkpoints.`;
  return [...notices.slice(0, noticesOfCheckpoints), last];
}

// Checkpoints of documents that are gone: a crash came between leaving them out and removing them.
async function strays(folder: CaseFolder, { state }: LoadedCase): Promise<DocumentId[]> {
  const found: DocumentId[] = [];
  for (const name of await readdir(folder.documents)) {
    const id = DocumentId.safeParse(name.replace(/\.json$/, ''));
    if (name.endsWith('.json') && id.success && state.get(id.data) === undefined)
      found.push(id.data);
  }
  return found;
}
