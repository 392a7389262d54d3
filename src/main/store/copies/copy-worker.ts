import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { CopyProgress, CopyReport } from '../../../contract/copies.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err } from '../../../domain/core/result.ts';
import type { CopyJob } from './copy-case.ts';

/** What the worker tells of its one job. */
export type CopyMessage =
  { readonly progress: CopyProgress } | { readonly result: Result<CopyReport, AppError> };

/** How a copy is made beside the main thread. */
export interface CopyOptions {
  /** The built `worker.ts`, as a path or a file URL. */
  readonly workerPath: string | URL;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CopyProgress) => void;
}

/**
 * Copies a case in a worker of its own, so that the window goes on while files are read, hashed and checked. Answers null
 * when the signal came first. Unless it succeeds nothing stays of it.
 */
export async function copyInWorker(
  job: CopyJob,
  { workerPath, signal, onProgress }: CopyOptions,
): Promise<Result<CopyReport, AppError> | null> {
  if (signal.aborted) return null;
  const worker = new Worker(workerPath, { execArgv: [] });
  try {
    return await new Promise((resolve) => {
      worker.on('message', (message: CopyMessage) => {
        if ('result' in message) resolve(message.result);
        else onProgress(message.progress);
      });
      // It may have had too little memory for a large case.
      worker.once('error', ({ message: reason }: Error) => {
        resolve(err(appError('store/copy-failed', { path: job.place, reason })));
      });
      signal.addEventListener('abort', () => {
        resolve(null);
      });
      worker.postMessage(job);
    });
  } finally {
    await worker.terminate();
    // What a disk that was pulled does not let go of is hidden, and nobody takes it for a case.
    await rm(job.beside, { recursive: true, force: true }).catch(() => undefined);
  }
}
