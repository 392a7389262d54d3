import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../contract/errors.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { ExportJob } from './export-job.ts';
import type { ExportedFile } from './exporter.ts';

// Copied to the worker in a few milliseconds.
const recordsAtOnce = 500;

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
    const files = new Promise<Result<ExportedFile[], AppError>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const [made] = await Promise.all([files, send(worker, job)]);
    return made;
  } finally {
    await worker.terminate();
  }
}

// The records of a large case go in parts: to copy them all at once would hold up everything else.
async function send(worker: Worker, { records, ...order }: ExportJob): Promise<void> {
  for (let start = 0; start < records.length; start += recordsAtOnce) {
    worker.postMessage(records.slice(start, start + recordsAtOnce));
    await setImmediate();
  }
  worker.postMessage(order);
}
