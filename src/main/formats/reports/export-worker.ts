import { type AppError, appError } from '../../../contract/errors.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { type Result, err } from '../../../domain/core/result.ts';
import { type WorkLimits, ownWorkMemory } from '../../workers/work-limits.ts';
import type { Work } from '../../workers/work.ts';
import { workOnce } from '../../workers/worker-host.ts';
import type { ExportJob } from './export-job.ts';
import type { ExportedFile } from './exporter.ts';

/** What is asked of the worker that makes exports, and what it answers; the records of the case go ahead, in parts. */
export interface ExportWork extends Work {
  readonly order: Omit<ExportJob, 'records'>;
  readonly part: readonly AnyRecord[];
  readonly progress: never;
  readonly result: Result<ExportedFile[], AppError>;
}

// Copied to the worker in a few milliseconds. Between two parts the main thread is free to answer the window.
const recordsAtOnce = 500;

// A long report takes as long as it takes.
const usualLimits: WorkLimits = { time: null, memory: ownWorkMemory };

/**
 * Makes the files of an export in a worker of its own, so that the window goes on while a long report is written.
 * `workerPath` is the built `worker.ts`. Fails with `export/too-large` over the limit of memory; rejects only where the worker
 * dies of a bug.
 */
export async function exportInWorker(
  workerPath: string | URL,
  { records, ...order }: ExportJob,
  limits = usualLimits,
): Promise<Result<ExportedFile[], AppError>> {
  const parts = slicesOf(records);
  const outcome = await workOnce<ExportWork>({ workerPath, limits }, order, { parts });
  if (outcome.ended === 'done') return outcome.result;
  if (outcome.ended === 'over-limit')
    return err(appError('export/too-large', { limit: outcome.limit }));
  throw outcome.ended === 'broken' ? outcome.error : new Error('Nobody cancels an export');
}

function* slicesOf(records: readonly AnyRecord[]): Generator<readonly AnyRecord[]> {
  for (let start = 0; start < records.length; start += recordsAtOnce)
    yield records.slice(start, start + recordsAtOnce);
}
