import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type ImportPool, createImportPool } from '../formats/documents/import-worker-pool.ts';
import type { CaseStore } from '../store/case-store.ts';
import { temporaryCase, valueOf } from '../store/testing/temporary-case.ts';
import { type ImportInput, importDocuments } from './import-documents.ts';
import { bytesInput } from './import-jobs.ts';

// Large enough to be stored before the import is over.
const large = new TextEncoder().encode(
  `${'A fire broke out at the harbour. '.repeat(3_000)}\n\n`.repeat(100),
);

// A worker has to start, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

async function setUp(): Promise<{ store: CaseStore; pool: ImportPool }> {
  const pool = createImportPool({
    workerPath: new URL('../formats/documents/worker.ts', import.meta.url),
  });
  onTestFinished(() => pool.close());
  return { store: await temporaryCase(), pool };
}

function filesOf(store: CaseStore): Promise<string[][]> {
  return Promise.all(['texts', 'originals'].map((name) => readdir(join(store.path, name))));
}

test('a cancelled import leaves nothing, not even what was stored before', async () => {
  const { store, pool } = await setUp();
  const controller = new AbortController();
  const stored: string[][][] = [];
  const last: ImportInput = {
    name: 'last.txt',
    load: async () => {
      stored.push(await filesOf(store));
      controller.abort();
      return bytesInput('last.txt', large).load();
    },
  };
  const report = valueOf(
    await importDocuments({
      ...{ job: 'job', store, pool, inputs: [bytesInput('large.txt', large), last] },
      ...{ signal: controller.signal, onProgress: () => undefined },
    }),
  );
  expect(stored).toMatchObject([[[expect.any(String)], [expect.any(String)]]]);
  expect(report).toMatchObject({ cancelled: true });
  expect(await filesOf(store)).toEqual([[], []]);
  expect(store.view.count('document')).toBe(0);
});

test('content that comes without a file has the same limit of size', async () => {
  expect(await bytesInput('huge.txt', new Uint8Array(64_000_001)).load()).toMatchObject({
    error: { code: 'import/too-large', facts: { name: 'huge.txt', size: 64_000_001 } },
  });
});
