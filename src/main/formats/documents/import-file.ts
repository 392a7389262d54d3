import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { maximumImportBytes } from '../../../contract/imports.ts';
import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err, ok } from '../../../domain/core/result.ts';
import type { Result } from '../../../domain/core/result.ts';
import { fileSystemError } from './file-system-error.ts';

/** Limits on a file to import. */
export interface ReadLimits {
  /** Bytes. */
  readonly maximumSize: number;
}

/** A file's content under the name it had. */
export interface FileContent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a whole regular file. Folders, pipes and devices fail with `import/unreadable`, files over the limit with
 * `import/too-large` before anything is read; also `import/vanished` and `import/no-permission`.
 */
export async function readFileForImport(
  path: string,
  limits: ReadLimits = { maximumSize: maximumImportBytes },
): Promise<Result<FileContent, AppError>> {
  const name = basename(path);
  try {
    // Opening a device can have effects, so what it is comes first; what was opened is looked at again.
    const before = await stat(path);
    if (!before.isFile()) {
      return err(notAFile(name, before.isDirectory()));
    }
    // Without O_NONBLOCK a pipe put in the file's place would block for ever.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readHandle(handle, name, limits);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err(fileSystemError(error, name));
  }
}

async function readHandle(
  handle: FileHandle,
  name: string,
  limits: ReadLimits,
): Promise<Result<FileContent, AppError>> {
  const status = await handle.stat();
  if (!status.isFile()) {
    return err(notAFile(name, status.isDirectory()));
  }
  if (status.size > limits.maximumSize) {
    return err(
      appError('import/too-large', { name, size: status.size, limit: limits.maximumSize }),
    );
  }
  // One byte more than promised shows that the file has grown.
  const buffer = new Uint8Array(status.size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) {
      break;
    }
    length += bytesRead;
  }
  return length === status.size
    ? ok({ name, bytes: buffer.subarray(0, length) })
    : err(appError('import/unreadable', { name, reason: 'it changed while it was being read' }));
}

function notAFile(name: string, isFolder: boolean): AppError {
  return appError('import/unreadable', {
    name,
    reason: isFolder ? 'it is a folder' : 'it is not a regular file',
  });
}

/** Why something in a folder is not imported. */
type SkipReason = 'hidden' | 'link' | 'special' | 'unreadable';

/** The files of a folder and all folders in it. */
export interface FolderListing {
  /** Paths of regular files, "part 2" before "part 10". */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[];
}

// English, so that a folder is imported in the same order on every machine.
const naturalOrder = new Intl.Collator('en', { numeric: true });

/**
 * Lists what a folder holds for import. Hidden files and folders, links, pipes and unreadable folders inside it are
 * skipped and named; only the folder itself being unreadable is an error. Stops with `import/cancelled` on the signal.
 */
export async function listFolder(
  path: string,
  signal?: AbortSignal,
): Promise<Result<FolderListing, AppError>> {
  const files: string[] = [];
  const skipped: { path: string; reason: SkipReason }[] = [];

  async function visit(folder: string, entries: readonly Dirent[]): Promise<void> {
    for (const entry of entries.toSorted((a, b) => naturalOrder.compare(a.name, b.name))) {
      const entryPath = join(folder, entry.name);
      const reason = reasonToSkip(entry);
      if (reason !== null) {
        skipped.push({ path: entryPath, reason });
      } else if (entry.isFile()) {
        files.push(entryPath);
      } else {
        await enter(entryPath);
      }
    }
  }

  async function enter(folder: string): Promise<void> {
    if (signal?.aborted === true) {
      return;
    }
    try {
      await visit(folder, await readdir(folder, { withFileTypes: true }));
    } catch (error) {
      // Called for what it throws: an error that is not the file system's is a bug, and is not skipped.
      fileSystemError(error, basename(folder));
      skipped.push({ path: folder, reason: 'unreadable' });
    }
  }

  try {
    await visit(path, await readdir(path, { withFileTypes: true }));
  } catch (error) {
    return err(fileSystemError(error, basename(path)));
  }
  return signal?.aborted === true
    ? err(appError('import/cancelled', { name: basename(path) }))
    : ok({ files, skipped });
}

function reasonToSkip(entry: Dirent): SkipReason | null {
  if (entry.name.startsWith('.')) {
    // A dot in front hides a file on Unix. Windows hides by an attribute, which Node does not tell.
    return 'hidden';
  }
  // A link may lead out of the folder, or round in a circle.
  if (entry.isSymbolicLink()) {
    return 'link';
  }
  return entry.isFile() || entry.isDirectory() ? null : 'special';
}
