import { serveWork } from '../../../workers/serve-work.ts';
import type { ExportWork } from '../export-worker.ts';

// Stands in for the worker that makes exports, whose pages Node cannot load unbuilt: writes what it was given.
serveWork<ExportWork>(({ order, parts }) => {
  if (order.generator === 'throw') throw new Error('It did not work');
  const sizes = parts.map((part) => part.length);
  const ids = parts.flat().map(({ id }) => id);
  const bytes = new TextEncoder().encode(JSON.stringify({ order, sizes, ids }));
  return { ok: true, value: [{ name: 'given.json', mediaType: 'application/json', bytes }] };
});
