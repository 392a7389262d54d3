import { serveWork } from '../../workers/serve-work.ts';
import { runExport } from './export-job.ts';
import type { ExportWork } from './export-worker.ts';

serveWork<ExportWork>(({ order, parts }) => runExport({ ...order, records: parts.flat() }));
