import { rm } from 'node:fs/promises';
import type { CopyProgress, CopyReport } from '../../../contract/copies.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err } from '../../../domain/core/result.ts';
import { type WorkLimits, ownWorkMemory } from '../../workers/work-limits.ts';
import type { Work, WorkOutcome } from '../../workers/work.ts';
import { workOnce } from '../../workers/worker-host.ts';
import type { CopyJob } from './copy-case.ts';

/** What is asked of the worker that copies a case, and what it answers. */
export interface CopyWork extends Work {
  readonly order: CopyJob;
  readonly part: never;
  readonly progress: CopyProgress;
  readonly result: Result<CopyReport, AppError>;
}

/** How a copy is made beside the main thread. */
export interface CopyOptions {
  /** The built `worker.ts`, as a path or a file URL. */
  readonly workerPath: string | URL;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CopyProgress) => void;
  readonly limits?: WorkLimits;
}

// A large case on a slow disk may take hours; it shows how far it is, and whoever does not want to wait cancels it.
const usualLimits: WorkLimits = { time: null, memory: ownWorkMemory };

/**
 * Copies a case in a worker of its own, so that the window goes on while files are read, hashed and checked. Answers null
 * when the signal came first. Unless it succeeds nothing stays of it.
 */
export async function copyInWorker(
  job: CopyJob,
  { workerPath, limits = usualLimits, ...options }: CopyOptions,
): Promise<Result<CopyReport, AppError> | null> {
  const outcome = await workOnce<CopyWork>({ workerPath, limits }, job, options);
  // What a disk that was pulled does not let go of is hidden, and nobody takes it for a case.
  await rm(job.beside, { recursive: true, force: true }).catch(() => undefined);
  return resultOf(job, outcome);
}

function resultOf(
  { place: path }: CopyJob,
  outcome: WorkOutcome<CopyWork>,
): Result<CopyReport, AppError> | null {
  switch (outcome.ended) {
    case 'done':
      return outcome.result;
    case 'cancelled':
      return null;
    case 'over-limit': {
      const reason = `it would need more than ${outcome.limit}`;
      return err(appError('store/copy-failed', { path, reason }));
    }
    case 'broken':
      return err(appError('store/copy-failed', { path, reason: outcome.error.message }));
  }
}
