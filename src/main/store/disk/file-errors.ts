import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';

/** Tells whether something thrown is a failure of the operating system, and not a bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error
  );
}

/** Tells whether something thrown means that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

// What the operating system calls the ways to read files and folders.
const reading: ReadonlySet<string> = new Set(['read', 'stat', 'fstat', 'lstat', 'scandir']);

/** What a failed file operation means for the case at `path`; what is not a system failure is thrown on. */
export function storeError(error: unknown, path: string): AppError {
  if (!isSystemError(error)) throw error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('store/disk-full', { path });
    case 'EACCES':
    case 'EPERM':
      return appError('store/no-permission', { path });
    case 'EROFS':
      return appError('store/read-only', { path });
    case 'ENOENT':
    case 'ENOTDIR':
      return appError('store/not-found', { path });
    default: {
      const code = reading.has(error.syscall ?? '') ? 'store/read-failed' : 'store/write-failed';
      return appError(code, { path, reason: error.message });
    }
  }
}

/** Runs file operations on the case at `path` and turns what the operating system refuses into an error. */
export async function attempt<T>(
  path: string,
  operations: () => Promise<T>,
): Promise<Result<T, AppError>> {
  try {
    return ok(await operations());
  } catch (error) {
    return err(storeError(error, path));
  }
}
