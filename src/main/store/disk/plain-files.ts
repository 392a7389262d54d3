import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

// A worker that reads thousands of files starts with this module alone, so it imports nothing that takes time to load.

/** How a plain file is opened: links are never followed, and opening a pipe must not wait for its other end. */
export const plainRead = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Whether a path has to be looked at before it is opened: where the system knows no O_NOFOLLOW, that is what keeps links out. */
export const looksFirst = process.platform === 'win32';

/**
 * The bytes of a regular file at one go, for threads that may be held up; null where it is anything else. They are in shared
 * memory, so that handing them to another thread copies nothing.
 */
export function readPlainFileSync(path: string): Uint8Array | null {
  if (looksFirst && !lstatSync(path).isFile()) return null;
  const descriptor = openSync(path, plainRead);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return null;
    const bytes = new Uint8Array(new SharedArrayBuffer(stats.size));
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, done);
      if (read === 0) return null;
      done += read;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
