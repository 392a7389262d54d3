import { appendFile, copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Health } from '../../../contract/health.ts';
import { createCase } from '../case-store.ts';
import { canMount, mountMemory, mountUnreadable } from '../testing/mounts.ts';
import {
  codeOf,
  importText,
  allRecords,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  theLast,
  valueOf,
} from '../testing/temporary-case.ts';

// Assay looks by itself every two seconds.
const untilLookedAt = { timeout: 20_000 };
vi.setConfig({ testTimeout: 60_000 });

const segment = join('journal', '000001.jsonl');

async function aWatchedCase() {
  const store = await temporaryCase();
  const document = await importText(store, 'The tower fell.');
  const told: Health['state'][] = [];
  store.watchHealth(({ state }) => told.push(state));
  return { store, document, told };
}

test('a case whose folder is gone is suspended with the reason, and well again once it is back', async () => {
  const { store, told } = await aWatchedCase();
  const records = allRecords(store);
  const elsewhere = `${store.path} moved`;
  await rename(store.path, elsewhere);
  expect(codeOf(await store.run('tag/create', { name: 'lost' }))).toBe('store/not-found');
  expect(store.health).toMatchObject({ error: { code: 'store/not-found' }, automatic: true });
  expect(codeOf(await store.tryAgain())).toBe('store/not-found');
  expect(allRecords(store)).toEqual(records);
  await rename(elsewhere, store.path);
  await vi.waitUntil(() => store.health.state === 'well', untilLookedAt);
  expect(told).toEqual(['suspended', 'well']);
  await run(store, 'tag/create', { name: 'back' });
  expect(valueOf(await store.verify()).findings).toEqual([]);
});

test('a folder that is gone shows in what is read as well, and damages nothing', async () => {
  const { store } = await aWatchedCase();
  const document = theLast(store, 'document').id;
  await store.close();
  const reopened = await reopen(store.path);
  await rename(store.path, `${store.path} moved`);
  expect(codeOf(await reopened.readText(document))).toBe('store/not-found');
  expect(reopened.health.state).toBe('suspended');
});

test.skipIf(!canMount)('a disk that does not give what it has says so', async () => {
  const { store } = await aWatchedCase();
  const { id, text } = theLast(store, 'document');
  await store.close();
  const reopened = await reopen(store.path);
  mountUnreadable(join(store.path, 'texts', `${text}.json`));
  const read = await reopened.readText(id);
  expect(codeOf(read)).toBe('store/read-failed');
  // What can be written shows by itself that it can.
  await vi.waitUntil(() => reopened.health.state === 'well', untilLookedAt);
});

test('a folder that comes back as other files with the same journal goes on', async () => {
  const { store } = await aWatchedCase();
  const elsewhere = `${store.path} moved`;
  await rename(store.path, elsewhere);
  expect(codeOf(await store.run('tag/create', { name: 'lost' }))).toBe('store/not-found');
  await cp(elsewhere, store.path, { recursive: true });
  valueOf(await store.tryAgain());
  await run(store, 'tag/create', { name: 'back' });
  expect(await readFile(join(store.path, segment), 'utf8')).toContain('"name":"back"');
  expect(await readFile(join(elsewhere, segment), 'utf8')).not.toContain('"name":"back"');
});

test('a folder that comes back with another journal is not written to', async () => {
  for (const spoil of ['shorter', 'longer'] as const) {
    const { store } = await aWatchedCase();
    const kept = join(store.path, 'kept.jsonl');
    await copyFile(join(store.path, segment), kept);
    await run(store, 'tag/create', { name: 'last' });
    const elsewhere = `${store.path} moved`;
    await rename(store.path, elsewhere);
    expect(codeOf(await store.run('tag/create', { name: 'lost' }))).toBe('store/not-found');
    if (spoil === 'shorter')
      await copyFile(join(elsewhere, 'kept.jsonl'), join(elsewhere, segment));
    else await appendFile(join(elsewhere, segment), 'foreign');
    await rename(elsewhere, store.path);
    const before = await readFile(join(store.path, segment));
    expect(codeOf(await store.tryAgain())).toBe(
      spoil === 'shorter' ? 'store/damaged' : 'store/write-failed',
    );
    expect(store.health.state).toBe('suspended');
    expect(await readFile(join(store.path, segment))).toEqual(before);
  }
});

test('a missing lock is put back, in a case folder only', async () => {
  const { store } = await aWatchedCase();
  await rm(join(store.path, 'lock'));
  await run(store, 'tag/create', { name: 'first' });
  expect(await readFile(join(store.path, 'lock'), 'utf8')).toContain('"analyst":"Ada"');
  const elsewhere = `${store.path} moved`;
  await rename(store.path, elsewhere);
  await mkdir(store.path);
  expect(codeOf(await store.tryAgain())).toBe('store/not-found');
  await expect(readFile(join(store.path, 'lock'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test.skipIf(!canMount)(
  'a disk that was full takes changes by itself once it has room',
  async () => {
    const disk = join(await temporaryFolder(), 'disk');
    await mkdir(disk);
    mountMemory(disk, '400k');
    const path = join(disk, 'A case.assay');
    const store = valueOf(await createCase(path, { name: 'A case', analyst: 'Ada' }));
    onTestFinished(() => store.close());
    const document = await importText(store, 'The tower fell.');
    await writeFile(join(disk, 'filler'), Buffer.alloc(1_000_000)).catch(() => undefined);
    const note = 'x'.repeat(10_000);
    const refused = await store.run('source/create', { name: 'refused', kind: 'outlet', note });
    expect(codeOf(refused)).toBe('store/disk-full');
    expect(store.health).toMatchObject({ error: { code: 'store/disk-full' }, automatic: true });
    expect(valueOf(await store.readText(document)).text).toBe('The tower fell.');
    expect(codeOf(await store.tryAgain())).toBe('store/disk-full');
    await rm(join(disk, 'filler'));
    await vi.waitUntil(() => store.health.state === 'well', untilLookedAt);
    await run(store, 'source/create', { name: 'after', kind: 'outlet', note });
    expect(valueOf(await store.verify()).findings).toEqual([]);
  },
);

test('a clock that jumps disorders neither the journal nor the ids', async () => {
  const clock = { now: new Date('2026-03-15T12:00:00.000Z') };
  const store = await temporaryCase(() => clock.now);
  const hours = [0, 48, -100, 3, -100_000, 0];
  for (const [index, jump] of hours.entries()) {
    clock.now = new Date(clock.now.getTime() + jump * 3_600_000);
    await run(store, 'tag/create', { name: String(index) });
  }
  const lines = (await readFile(join(store.path, segment), 'utf8')).trimEnd().split('\n');
  const times = lines.map((line) => /"at":"([^"]*)"/.exec(line)?.[1] ?? '');
  expect(times).toEqual(times.toSorted());
  const ids = [...store.view.all('tag')].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  await store.close();
  const reopened = await reopen(store.path, { now: () => clock.now });
  expect([...reopened.view.all('tag')].map(({ name }) => name)).toEqual(
    hours.map((_, index) => String(index)),
  );
});
