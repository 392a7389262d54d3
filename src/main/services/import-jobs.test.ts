import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Preferences } from '../preferences/preferences.ts';
import { immutableParts } from '../store/disk/case-folder.ts';
import { filesOf, reopen, temporaryFolder, valueOf } from '../store/testing/temporary-case.ts';
import type { ImportInput } from './import-documents.ts';
import { createImportJobs } from './import-jobs.ts';
import { bytesInput } from './import-inputs.ts';
import { Session } from './session.ts';
import { largeText } from './testing/large-text.ts';

// A worker has to start, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** A new case in a session that ends the imports before it leaves a case. */
async function setUp() {
  const workerPath = fileURLToPath(new URL('../formats/documents/worker.ts', import.meta.url));
  const jobs = createImportJobs(workerPath, () => undefined);
  onTestFinished(() => jobs.close());
  const preferences = await Preferences.open(await temporaryFolder());
  const window = { preferences, send: () => undefined, showMenu: () => undefined };
  const session = new Session(window, jobs.cancelAll);
  const path = join(await temporaryFolder(), 'Fire.assay');
  valueOf(await session.create(path, 'Fire'));
  return { jobs, session, path, store: valueOf(await session.present()) };
}

async function namesIn(path: string): Promise<string[]> {
  return (await Promise.all(immutableParts.map((part) => readdir(join(path, part))))).flat();
}

test('imports that are under way are cancelled and over before their case is let go', async () => {
  const { jobs, session, path, store } = await setUp();
  const { promise: asked, resolve: ask } = Promise.withResolvers<null>();
  const { promise: answer, resolve: give } = Promise.withResolvers<null>();
  const slow: ImportInput = {
    name: 'slow.txt',
    load: async () => {
      ask(null);
      await answer;
      return bytesInput('slow.txt', largeText).load();
    },
  };
  const order: string[] = [];
  const importing = jobs.start('job', store, [bytesInput('large.txt', largeText), slow]);
  void importing.then(() => order.push('import'));
  await asked;
  expect(await namesIn(path)).not.toEqual([]);
  const closing = session.close().then(() => order.push('case'));
  give(null);
  expect(valueOf(await importing)).toMatchObject({ cancelled: true });
  await closing;
  expect(order).toEqual(['import', 'case']);
  expect(await namesIn(path)).toEqual([]);
});

test('a case that was let go takes no files away, which the next may use', async () => {
  const { session, path, store } = await setUp();
  const stored = valueOf(await store.putImports([filesOf('A fire.')]));
  await session.close();
  const next = await reopen(path);
  await next.putImports([filesOf('A fire.')]);
  const names = await namesIn(path);
  store.discardImports(stored);
  // Nothing is waited for: what a store takes away it begins to take away at once.
  await next.close();
  expect(await namesIn(path)).toEqual(names);
});
