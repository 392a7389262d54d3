import { Worker } from 'node:worker_threads';
import type { AppError } from '../../domain/errors.ts';
import type { Result } from '../../domain/result.ts';
import type { ExportJob } from './export-job.ts';
import type { ExportedFile } from './exporter.ts';

/**
 * Makes the files of an export in a worker of its own, so that the window goes on while a long report is written.
 * `workerPath` is the built `worker.ts`. Rejects only where the worker dies of a bug.
 */
export async function exportInWorker(
  workerPath: string,
  job: ExportJob,
): Promise<Result<ExportedFile[], AppError>> {
  const worker = new Worker(workerPath, { execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(job);
    });
  } finally {
    await worker.terminate();
  }
}
