import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';

// The names of POSIX errors, each as the end of a sentence. Those that have a message of their own are below.
const reasons = new Map([
  ['EIO', 'the drive reported an error'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['ELOOP', 'it is a link that leads to itself'],
  ['ENAMETOOLONG', 'its path is too long'],
  ['ESTALE', 'the network drive is no longer connected'],
  ['EBUSY', 'another program is using it'],
]);

/**
 * What a failed file operation means for the user; `name` is the file or folder it happened to. Throws what did not
 * come from the file system.
 */
export function fileSystemError(error: unknown, name: string): AppError {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '') {
    // Not from the file system: a bug, which no message to the user should hide.
    throw error;
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return appError('import/vanished', { name });
    case 'EACCES':
    case 'EPERM':
      return appError('import/no-permission', { name });
    default:
      return appError('import/unreadable', {
        name,
        reason: reasons.get(code) ?? `the system reported ${code}`,
      });
  }
}
