import { parentPort } from 'node:worker_threads';
import { type ExportJob, runExport } from './export-job.ts';

// Started by `export-worker.ts` for one job, and over with it.
parentPort?.once('message', (job: ExportJob) => {
  parentPort?.postMessage(runExport(job));
});
