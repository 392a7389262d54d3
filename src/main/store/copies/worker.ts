import { parentPort } from 'node:worker_threads';
import type { CopyProgress } from '../../../contract/copies.ts';
import { type CopyJob, copyCase } from './copy-case.ts';
import type { CopyMessage } from './copy-worker.ts';

// Small files are many, and nobody sees more than ten steps a second.
const progressMilliseconds = 100;
let toldAt = 0;

function tellProgress(progress: CopyProgress): void {
  if (performance.now() - toldAt < progressMilliseconds && progress.done < progress.total) return;
  toldAt = performance.now();
  tell({ progress });
}

function tell(message: CopyMessage): void {
  parentPort?.postMessage(message);
}

// Started by `copy-worker.ts` for one job, and over with it.
parentPort?.once('message', (job: CopyJob) => {
  void copyCase(job, tellProgress).then((result) => {
    tell({ result });
  });
});
