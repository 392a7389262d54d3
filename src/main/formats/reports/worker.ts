import { parentPort } from 'node:worker_threads';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { type ExportJob, runExport } from './export-job.ts';

// Started by `export-worker.ts` for one job, and over with it.
const records: AnyRecord[] = [];

// The records come first, in parts; then what to make of them.
parentPort?.on('message', (message: readonly AnyRecord[] | Omit<ExportJob, 'records'>) => {
  if ('format' in message) void make(message);
  else records.push(...message);
});

async function make(order: Omit<ExportJob, 'records'>): Promise<void> {
  parentPort?.postMessage(await runExport({ ...order, records }));
}
