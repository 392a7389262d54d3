import { totalmem } from 'node:os';

/** What one job may use before its worker is ended. */
export interface WorkLimits {
  /** Milliseconds from when the worker has begun with it; null: as long as it takes. */
  readonly time: number | null;
  /** Megabytes, of heap, buffers and everything else together. */
  readonly memory: number;
}

/**
 * Megabytes for work on the analyst's own case, which is as large as it is: no less than V8 gives a heap by itself (a quarter
 * of the machine's memory, and 4 GB at most), yet so little that the app goes on.
 */
export const ownWorkMemory = Math.floor(Math.min(totalmem() / 2, 4.3e9) / 1e6);

/** Time in the words in which a limit is told. */
export function timeInWords(milliseconds: number): string {
  return `${milliseconds / 1000} seconds`;
}

/** Memory in the words in which a limit is told. */
export function memoryInWords(megabytes: number): string {
  return `${megabytes} MB of memory`;
}
