import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, access, constants, link, lstat, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { kindAt, syncFolder, unfinished, writeFully, writeNewFile } from './durable-files.ts';
import { isMissing, isSystemError } from './file-errors.ts';

/** A file that is to be put in place. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it may take the place of a file that is there. */
  readonly mayReplace: boolean;
}

/** What keeps a file from being put in place. */
export interface Obstacle {
  readonly path: string;
  /**
   * As the operating system calls it: EEXIST where a file is that may not be replaced, EISDIR where a folder is, ELOOP where a
   * link, a pipe or a device is, ENOSPC where the disk is full.
   */
  readonly code: string;
}

// Who may read and write a file, as the mode of a file says it.
const permissions = 0o777;

/** Tells which of some paths have a file that could be replaced, or what stands in the way of putting one there. */
export async function takenPaths(paths: readonly string[]): Promise<Result<string[], Obstacle>> {
  const taken: string[] = [];
  for (const path of paths) {
    try {
      if ((await replaceable(path)) !== null) taken.push(path);
    } catch (error) {
      return err({ path, code: codeOf(error) });
    }
  }
  return ok(taken);
}

/**
 * Puts several files in place, all or none: each is written beside its place and synced before the first is put there, and
 * what was there is kept until the last one is. A crash leaves at every place either the old file or the new one whole, and at
 * worst hidden files that end in `.unfinished`. Where one cannot be put in place, everything is as it was.
 */
export async function placeFiles(files: readonly NewFile[]): Promise<Result<null, Obstacle>> {
  const placements = files.map((file) => new Placement(file));
  let path = '';
  try {
    for (const step of ['write', 'put'] as const) {
      for (const placement of placements) {
        ({ path } = placement);
        await placement[step]();
      }
    }
  } catch (error) {
    for (const placement of placements.toReversed()) await placement.takeBack();
    return err({ path, code: codeOf(error) });
  } finally {
    for (const placement of placements) await placement.tidy();
  }
  // The files are whole whatever comes of this. Many network drives cannot sync a folder, and some folders cannot be read.
  for (const folder of new Set(files.map((file) => dirname(file.path))))
    await syncFolder(folder).catch(() => undefined);
  return ok(null);
}

/** One file on its way to its place. */
class Placement {
  readonly path: string;
  readonly #file: NewFile;
  // The names of both are drawn and not made from the file's own, which may be as long as a name can be.
  readonly #beside: string;
  readonly #aside: string;
  #holdsOld = false;
  #isInPlace = false;

  constructor(file: NewFile) {
    this.path = file.path;
    this.#file = file;
    const hidden = join(dirname(file.path), `.${randomUUID()}`);
    this.#beside = `${hidden}${unfinished}`;
    this.#aside = `${hidden}.old${unfinished}`;
  }

  /** Writes it beside its place. */
  async write(): Promise<void> {
    const old = await this.#old();
    await writeNewFile(this.#beside, async (handle) => {
      if (old !== null) await keepPermissions(handle, old);
      await writeFully(handle, this.#file.bytes, 0);
    });
  }

  /** Puts it in its place, from where it can still be taken back. */
  async put(): Promise<void> {
    if ((await this.#old()) === null) {
      await moveWhereNothingIs(this.#beside, this.path);
    } else {
      await this.#keepOld();
      await rename(this.#beside, this.path);
    }
    this.#isInPlace = true;
  }

  /** Makes its place what it was. What was there before is kept under its hidden name if it cannot be put back. */
  async takeBack(): Promise<void> {
    try {
      if (this.#holdsOld) await rename(this.#aside, this.path);
      else if (this.#isInPlace) await rm(this.path);
    } catch {
      this.#holdsOld = false;
    }
  }

  /** Removes what is not needed any more. */
  async tidy(): Promise<void> {
    const rest = this.#holdsOld ? [this.#beside, this.#aside] : [this.#beside];
    for (const path of rest) await rm(path, { force: true }).catch(() => undefined);
  }

  async #old(): Promise<Stats | null> {
    const old = await replaceable(this.path);
    if (old !== null && !this.#file.mayReplace) throw new InTheWay('EEXIST');
    return old;
  }

  // A second name keeps the old file where it is until the new one takes its place. Without hard links, or where others may
  // not link to it, it is away for a moment.
  async #keepOld(): Promise<void> {
    try {
      await link(this.path, this.#aside);
    } catch {
      await rename(this.path, this.#aside);
    }
    this.#holdsOld = true;
  }
}

/** Stands in the way of a file, by the code under which the operating system would refuse it. */
class InTheWay extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

// Null where nothing is. A link would lead to a file that nobody has named, and a file that is protected stays.
async function replaceable(path: string): Promise<Stats | null> {
  const entry = await lookAt(path);
  if (entry === null) return null;
  if (entry.isDirectory()) throw new InTheWay('EISDIR');
  if (!entry.isFile()) throw new InTheWay('ELOOP');
  await access(path, constants.W_OK);
  return entry;
}

async function lookAt(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

// A hard link appears only where nothing is, whoever else puts a file there in the same moment.
async function moveWhereNothingIs(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Memory sticks know no hard links.
    if ((await kindAt(to)) !== 'nothing') throw new InTheWay('EEXIST');
    await rename(from, to);
  }
}

// Who was not meant to read the old file is not meant to read the new one.
async function keepPermissions(handle: FileHandle, old: Stats): Promise<void> {
  const { mode } = await handle.stat();
  // Where a file system knows no permissions they are always the same, and cannot be changed.
  if ((mode & permissions) !== (old.mode & permissions)) await handle.chmod(old.mode & permissions);
}

function codeOf(error: unknown): string {
  if (error instanceof InTheWay || isSystemError(error)) return error.code;
  throw error;
}
