import { expect, test, vi } from 'vitest';
import { aCase } from '../../../domain/testing/a-case.ts';
import { tag } from '../../../domain/testing/made-records.ts';
import type { ExportJob } from './export-job.ts';
import { exportInWorker } from './export-worker.ts';

// Each starts a worker, which loads its program; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 60_000 });

const workerPath = new URL('./testing/counting-worker.ts', import.meta.url);

function aJob(): ExportJob {
  const made = aCase();
  for (let count = 0; count < 1_200; count += 1) tag(made, `tag ${count}`);
  return {
    records: [...made.view.records()],
    texts: [],
    documents: [],
    format: 'csv',
    state: { seq: 1_200, hash: '9f3c2ab871de' },
    at: '2026-03-16T09:24:00.000Z',
    generator: 'Assay',
  };
}

test('the worker gets all of the case, no more than 500 records at a time', async () => {
  const { records, ...order } = aJob();
  const made = await exportInWorker(workerPath, { records, ...order });
  if (!made.ok) throw new Error(made.error.message);
  const [file] = made.value;
  const given = JSON.parse(new TextDecoder().decode(file?.bytes)) as unknown;
  const sizes = [500, 500, records.length - 1_000];
  expect(given).toEqual({ order, sizes, ids: records.map(({ id }) => id) });
});

test('an export that would need too much memory is given up, and that is said', async () => {
  const made = await exportInWorker(workerPath, aJob(), { time: null, memory: 5 });
  const error = { code: 'export/too-large', facts: { limit: '5 MB of memory' } };
  expect(made).toMatchObject({ ok: false, error });
});

test('a bug in the worker comes out here', async () => {
  const made = exportInWorker(workerPath, { ...aJob(), generator: 'throw' });
  await expect(made).rejects.toThrow('It did not work');
});
