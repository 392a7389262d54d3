import type { AppError } from '../contract/errors.ts';
import type { Result } from '../domain/core/result.ts';

/**
 * What the command line needs of the process it runs in; the entry provides it. Tests give one that keeps what is
 * written.
 */
export interface CommandEnvironment {
  /** Assay's own version. */
  readonly version: string;
  /** The built import worker, as a path or a file URL. */
  readonly workerPath: string | URL;
  /** The name under which changes are recorded unless `--analyst` gives another. */
  readonly analyst: string;
  /**
   * From now on, what interrupts the program (Ctrl+C) aborts the signal instead of ending the program: for work that has
   * something to put away first. All else is ended at once.
   */
  interruption(): AbortSignal;
  /** Writes to standard output. */
  write(text: string): void;
  /** Writes to standard error. */
  complain(text: string): void;
  /** Shows how far something has come, replacing what was shown before; an empty text takes it away. */
  showProgress(text: string): void;
  /** Prints a self-contained HTML page to a PDF; `export/no-window-runtime` where nothing can. */
  print(html: string): Promise<Result<Uint8Array, AppError>>;
}
