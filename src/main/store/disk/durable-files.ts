import { randomUUID } from 'node:crypto';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing, isSystemError } from './file-errors.ts';
import { looksFirst, plainRead } from './plain-files.ts';

/** The end of the name of a file that is being written; what a crash leaves behind of them is swept on opening. */
export const unfinished = '.unfinished';

// A dying disk loses whole sectors: this is the size of one.
const sectorBytes = 4_096;

/** Makes what happened to the names in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows can neither open a folder nor needs to: NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs one folder for many writers at once: whoever asks while a sync runs shares the next one. */
export class FolderSync {
  readonly #path: string;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Resolves when every name that was in the folder at the time of the call is on disk. */
  sync(): Promise<void> {
    this.#next ??= this.#afterRunning();
    return this.#next;
  }

  async #afterRunning(): Promise<void> {
    // A sync that failed was the failure of those who waited for it, not of these.
    await this.#running?.catch(() => undefined);
    this.#running = syncFolder(this.#path);
    this.#next = null;
    await this.#running;
  }
}

/**
 * Puts a whole file in place so that a crash leaves either the old one or the new one: written beside it, synced, and
 * renamed over it. The new name is durable only once its folder is synced.
 */
export async function placeFile(
  folder: string,
  name: string,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  // Neither another program nor what one left that died may stand in the way.
  const beside = join(folder, `${name}.${randomUUID()}${unfinished}`);
  try {
    await writeNewFile(beside, write);
    await rename(beside, join(folder, name));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Writes a file durably to where nothing is; of one that fails, whoever asked for it removes what there is. */
export async function writeNewFile(
  path: string,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await open(path, 'wx', 0o666);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder as a whole, so that a crash leaves either all of it or nothing but what is swept: filled beside its place,
 * synced, and renamed. `fill` syncs the files it writes.
 */
export async function placeFolder(
  path: string,
  fill: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = `${path}${unfinished}`;
  await rm(beside, { recursive: true, force: true });
  try {
    await mkdir(beside);
    await fill(beside);
    await syncFolders(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

async function syncFolders(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(path, entry.name));
  await syncFolder(path);
}

/** Removes what writers that died left unfinished in a folder. */
export async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(unfinished)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Opens a regular file for reading; undefined where there is a link, a folder, a pipe or a device in its place. */
export async function openPlainFile(path: string): Promise<FileHandle | undefined> {
  return (await openSized(path))?.handle;
}

/**
 * The bytes of a regular file; undefined where there is none, or anything but a regular file. A large case has thousands of
 * files, and what is asked of the system about each of them is what most of the reading takes: hence as little as can be.
 */
export async function readPlainFile(path: string): Promise<Buffer | undefined> {
  const opened = await ifThere(openSized(path));
  if (opened === undefined) return undefined;
  const { handle, size } = opened;
  try {
    // Some file systems say of what they cannot give that it is empty: only reading shows it.
    if (size === 0) return await handle.readFile();
    const bytes = Buffer.allocUnsafeSlow(size);
    let done = 0;
    while (done < size) {
      const { bytesRead } = await handle.read(bytes, done, size - done, done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await handle.close();
  }
}

/** As {@link openPlainFile}; undefined also where nothing is. */
export function openIfThere(path: string): Promise<FileHandle | undefined> {
  return ifThere(openPlainFile(path));
}

async function openSized(path: string): Promise<{ handle: FileHandle; size: number } | undefined> {
  if (looksFirst && !(await lstat(path)).isFile()) return undefined;
  const handle = await openUnlessOther(path);
  const stats = await handle?.stat();
  if (handle === undefined || stats?.isFile() === true)
    return handle && { handle, size: stats?.size ?? 0 };
  await handle.close();
  return undefined;
}

// A link is refused, and so is much else that is no file; one that cannot be opened although it is a file is a failure.
async function openUnlessOther(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, plainRead);
  } catch (error) {
    if (isSystemError(error) && !isMissing(error) && !(await lstat(path)).isFile())
      return undefined;
    throw error;
  }
}

async function ifThere<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Some bytes of a file; fewer than asked for where it ends. */
export async function readPart(path: string, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const handle = await open(path, 'r');
  try {
    const { bytesRead } = await handle.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads a stretch that lies within a file. Zeros stand for the sectors that a dying disk does not give back. Answers up to
 * where it reached, which is less than asked for where the file has become shorter, and whether all of that could be read.
 */
export async function readAround(
  handle: FileHandle,
  bytes: Buffer,
  position: number,
): Promise<{ end: number; isWhole: boolean }> {
  const end = await readOrNothing(handle, bytes, position);
  if (end !== null) return { end, isWhole: true };
  for (let start = 0; start < bytes.length; start += sectorBytes) {
    const sector = bytes.subarray(start, start + sectorBytes);
    if ((await readOrNothing(handle, sector, position + start)) === null) sector.fill(0);
  }
  return { end: bytes.length, isWhole: false };
}

async function readOrNothing(
  handle: FileHandle,
  bytes: Buffer,
  position: number,
): Promise<number | null> {
  try {
    return (await handle.read(bytes, 0, bytes.length, position)).bytesRead;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EIO') return null;
    throw error;
  }
}

/** Tells what stands at a path itself, not where it may link to. */
export async function kindAt(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'> {
  try {
    const entry = await lstat(path);
    if (entry.isFile()) return 'file';
    return entry.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isMissing(error)) return 'nothing';
    throw error;
  }
}

/** Writes all bytes at a position; throws what the system refuses, after any number of them. */
export async function writeFully(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
