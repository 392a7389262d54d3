import { writeFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { CaseStore } from '../case-store.ts';
import { copyCase, jobFor, removeCopy } from './copy-case.ts';
import { besideOf } from '../opening/create-case.ts';
import { copyInWorker } from './copy-worker.ts';
import { canMount, mountMemory } from '../testing/mounts.ts';
import {
  codeOf,
  importText,
  allRecords,
  layoutOf,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  theLast,
  valueOf,
} from '../testing/temporary-case.ts';

// Each starts a worker or mounts a disk.
vi.setConfig({ testTimeout: 60_000 });

const workerPath = new URL('./worker.ts', import.meta.url);
const onProgress = (): void => undefined;

async function aCase(): Promise<CaseStore> {
  const store = await temporaryCase();
  const text = 'The tower fell on Friday.';
  await importText(store, text, { pages: layoutOf(text) });
  await importText(store, 'The tower stands.');
  return store;
}

async function aPlace(): Promise<string> {
  return join(await temporaryFolder(), 'A copy.assay');
}

test('a case that is not there is not copied, and that is what is said', async () => {
  const store = await aCase();
  const job = jobFor(store, await aPlace());
  await rename(store.path, `${store.path} moved`);
  const copied = await copyCase(job);
  expect(codeOf(copied)).toBe('store/copy-failed');
  expect(copied).toMatchObject({ error: { facts: { reason: 'the case is not there' } } });
  expect(await readdir(dirname(job.place))).toEqual([]);
});

test('a copy is the case as of its change, whole, while the case goes on', async () => {
  const store = await aCase();
  const [removed] = store.view.all('document');
  await run(store, 'document/remove', { documents: removed === undefined ? [] : [removed.id] });
  const [records, mark] = [allRecords(store), store.mark];
  const job = jobFor(store, await aPlace());
  await run(store, 'tag/create', { name: 'later' });
  await importText(store, 'What came later.');
  expect(valueOf(await copyCase(job))).toEqual({ path: job.place, flaws: [] });

  const copy = await reopen(job.place);
  expect(copy.report).toBeNull();
  expect(allRecords(copy)).toEqual(records);
  expect(copy.mark).toEqual(mark);
  expect(valueOf(await copy.verify()).findings).toEqual([]);
  // The files of what was removed are still there to be brought back; what came later is not.
  for (const folder of ['texts', 'originals'])
    expect(await readdir(join(job.place, folder))).toHaveLength(2);
  expect(await readdir(join(job.place, 'layouts'))).toHaveLength(1);
  await run(copy, 'tag/create', { name: 'only in the copy' });
  expect(await readdir(dirname(job.place))).toEqual(['A copy.assay']);
});

test('a worker makes the same copy, and tells how far it is', async () => {
  const store = await aCase();
  const job = jobFor(store, await aPlace());
  const seen: number[] = [];
  const { signal } = new AbortController();
  const copied = await copyInWorker(job, {
    ...{ workerPath, signal },
    onProgress: ({ done, total }) => seen.push(done / total),
  });
  expect(copied).toEqual({ ok: true, value: { path: job.place, flaws: [] } });
  expect(seen.at(-1)).toBe(1);
  expect(allRecords(await reopen(job.place))).toEqual(allRecords(store));
});

test('what is cancelled leaves nothing', async () => {
  const store = await aCase();
  const job = jobFor(store, await aPlace());
  const controller = new AbortController();
  const copied = await copyInWorker(job, {
    ...{ workerPath, signal: controller.signal },
    onProgress: () => {
      controller.abort();
    },
  });
  expect(copied).toBeNull();
  expect(await readdir(dirname(job.place))).toEqual([]);
});

test('what was left by one who was killed long ago is gone after the next', async () => {
  const store = await aCase();
  const place = await aPlace();
  const [old, recent] = [besideOf(place), besideOf(place)];
  for (const path of [old, recent]) await mkdir(join(path, 'texts'), { recursive: true });
  const longAgo = new Date(Date.now() - 100_000_000);
  await utimes(old, longAgo, longAgo);
  valueOf(await copyCase(jobFor(store, place)));
  expect(await readdir(dirname(place))).toEqual([basename(recent), basename(place)]);
});

test('a worker that dies is told, and leaves nothing', async () => {
  const store = await aCase();
  const job = jobFor(store, await aPlace());
  const options = { workerPath: new URL('./no-worker.ts', import.meta.url), onProgress };
  const copied = await copyInWorker(job, { ...options, signal: new AbortController().signal });
  expect(copied).toMatchObject({ ok: false, error: { code: 'store/copy-failed' } });
  expect(await readdir(dirname(job.place))).toEqual([]);
});

test('a copy that would need too much memory is given up, and leaves nothing', async () => {
  const store = await aCase();
  const job = jobFor(store, await aPlace());
  const { signal } = new AbortController();
  const limits = { time: null, memory: 5 };
  const copied = await copyInWorker(job, { workerPath, signal, onProgress, limits });
  const reason = 'it would need more than 5 MB of memory';
  expect(copied).toMatchObject({ error: { code: 'store/copy-failed', facts: { reason } } });
  expect(await readdir(dirname(job.place))).toEqual([]);
});

test('what the case has lost is told, and the rest is copied', async () => {
  const store = await aCase();
  const { original } = theLast(store, 'document');
  const [missing] = await readdir(join(store.path, 'texts'));
  await writeFile(join(store.path, 'originals', `${original.hash}.txt`), 'something else');
  await rm(join(store.path, 'texts', missing ?? ''));
  const job = jobFor(store, await aPlace());
  const { flaws } = valueOf(await copyCase(job));
  expect(flaws.toSorted()).toEqual([
    expect.stringContaining(`originals/${original.hash}.txt: A file of “`),
    expect.stringContaining(`texts/${missing ?? ''}: A file of “`),
  ]);
  expect(allRecords(await reopen(job.place))).toEqual(allRecords(store));
});

test('a copy that did not arrive as it was does not appear', async () => {
  const store = await aCase();
  const { original } = theLast(store, 'document');
  const job = jobFor(store, await aPlace());
  const copied = await copyCase(job, ({ done, total }) => {
    if (done < total) return;
    writeFileSync(join(job.beside, 'originals', `${original.hash}.txt`), 'not what was read');
  });
  expect(copied).toMatchObject({ error: { code: 'store/copy-failed' } });
  expect(copied.ok ? '' : copied.error.message).toContain('did not arrive as it was');
  await expect(readdir(job.place)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a journal that is damaged is not passed on as whole', async () => {
  const store = await aCase();
  const journal = join(store.path, 'journal', '000001.jsonl');
  const bytes = await readFile(journal);
  bytes[40] = 0;
  await writeFile(journal, bytes);
  const job = jobFor(store, await aPlace());
  expect(await copyCase(job)).toMatchObject({
    error: {
      code: 'store/damaged',
      facts: { path: store.path, place: 'journal/000001.jsonl, line 1' },
    },
  });
});

test('nothing is copied over something, into the case itself, or where there is no folder', async () => {
  const store = await aCase();
  const taken = await aPlace();
  await mkdir(taken);
  await writeFile(join(taken, 'letter.txt'), 'mine');
  expect(codeOf(await copyCase(jobFor(store, taken)))).toBe('store/exists');
  expect(codeOf(await copyCase(jobFor(store, join(store.path, 'copy'))))).toBe('store/copy-failed');
  expect(codeOf(await copyCase(jobFor(store, join(taken, 'no', 'copy'))))).toBe(
    'store/copy-failed',
  );
  expect(await readdir(taken)).toEqual(['letter.txt']);
});

test('an older copy is removed only as long as it is nothing but a copy', async () => {
  const store = await aCase();
  const folder = await temporaryFolder();
  const [plain, worked, open] = ['plain', 'worked in', 'open'].map((name) => join(folder, name));
  for (const place of [plain, worked, open]) valueOf(await copyCase(jobFor(store, place ?? '')));
  const changed = await reopen(worked ?? '');
  await run(changed, 'tag/create', { name: 'restored and gone on with' });
  await changed.close();
  await reopen(open ?? '');
  for (const path of [plain, worked, open, join(folder, 'gone')])
    await removeCopy({ path: path ?? '', mark: store.mark });
  expect((await readdir(folder)).toSorted()).toEqual(['open', 'worked in']);
});

test.skipIf(!canMount)('a copy that does not fit leaves the disk as it was', async () => {
  const store = await aCase();
  const disk = join(await temporaryFolder(), 'disk');
  await mkdir(disk);
  mountMemory(disk, '16k');
  const { signal } = new AbortController();
  const job = jobFor(store, join(disk, 'A copy.assay'));
  const copied = await copyInWorker(job, { workerPath, signal, onProgress });
  expect(copied).toMatchObject({ ok: false, error: { code: 'store/copy-failed' } });
  expect(copied?.ok === false ? copied.error.message : '').toContain('not enough room');
  expect(await readdir(disk)).toEqual([]);
});
