import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { caseFolder } from '../disk/case-folder.ts';
import { acquireLock, alone } from './lock.ts';
import { codeOf, temporaryFolder, valueOf } from '../testing/temporary-case.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const otherToken = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-03-15T12:00:00.000Z');

async function aFolder() {
  return caseFolder(await temporaryFolder());
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

function ownedBy(owner: { pid: number; host?: string; birth?: string }): string {
  return JSON.stringify({
    host: hostname(),
    birth: '',
    since: now.toISOString(),
    token: otherToken,
    ...owner,
  });
}

async function replaceFile(path: string, content: string): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}

test('is held by one at a time, who is named to the others', async () => {
  const folder = await aFolder();
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now }));
  const refused = await acquireLock(folder, { analyst: 'Ada', now });
  expect(refused).toMatchObject({ error: { code: 'store/locked' } });
  expect(refused.ok ? '' : refused.error.message).toContain(
    `process ${process.pid} on ${hostname()}`,
  );
  await lock.release();
  expect(await readdir(folder.root)).toEqual([]);
  await valueOf(await acquireLock(folder, { analyst: 'Ada', now })).release();
});

test('is won by one of many who take it at the same moment', async () => {
  const folder = await aFolder();
  await writeFile(folder.lock, ownedBy({ pid: await deadProcess() }));
  const results = await Promise.all(
    Array.from({ length: 20 }, () => acquireLock(folder, { analyst: 'Ada', now })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await readdir(folder.root)).toEqual(['lock']);
});

test('of a dead process on this computer is taken over', async () => {
  const folder = await aFolder();
  await writeFile(folder.lock, ownedBy({ pid: await deadProcess() }));
  await valueOf(await acquireLock(folder, { analyst: 'Ada', now })).release();
});

test.runIf(process.platform === 'linux')(
  'of a dead process whose number another has now is taken over',
  async () => {
    const folder = await aFolder();
    await writeFile(folder.lock, ownedBy({ pid: process.pid, birth: 'an earlier boot 123' }));
    await valueOf(await acquireLock(folder, { analyst: 'Ada', now })).release();
  },
);

test('of another computer is never taken over', async () => {
  const folder = await aFolder();
  await writeFile(folder.lock, ownedBy({ pid: await deadProcess(), host: 'elsewhere' }));
  expect(codeOf(await acquireLock(folder, { analyst: 'Ada', now }))).toBe('store/locked');
});

test.each(['', '{"pid":', '[]'])('that nobody can read (%j) holds nobody up', async (content) => {
  const folder = await aFolder();
  await writeFile(folder.lock, content);
  await valueOf(await acquireLock(folder, { analyst: 'Ada', now })).release();
});

test('that has become another’s is not released', async () => {
  const folder = await aFolder();
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now }));
  await writeFile(folder.lock, ownedBy({ pid: process.pid }));
  await lock.release();
  expect(await readFile(folder.lock, 'utf8')).toContain(otherToken);
});

test.each([
  ['put in its place', (path: string, other: string) => replaceFile(path, other)],
  ['written over it', (path: string, other: string) => writeFile(path, other)],
])('of another that was %s since it was last checked is noticed', async (_how, put) => {
  const folder = await aFolder();
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now }));
  valueOf(await lock.check());
  valueOf(await lock.check());
  await put(folder.lock, ownedBy({ pid: 4711, host: 'elsewhere' }));
  expect(codeOf(await lock.check())).toBe('store/taken-over');
});

test('that somebody removed is taken again', async () => {
  const folder = await aFolder();
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now }));
  await mkdir(folder.journal);
  valueOf(await lock.check());
  await rm(folder.lock);
  valueOf(await lock.check());
  expect(await readdir(folder.root)).toContain('lock');
});

test('that somebody removed is taken again by two looks that come together', async () => {
  const folder = await aFolder();
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now }));
  await mkdir(folder.journal);
  for (let time = 0; time < 20; time += 1) {
    await rm(folder.lock);
    for (const looked of await Promise.all([lock.check(), lock.beat()])) valueOf(looked);
  }
});

test('is not written through a link', async () => {
  const folder = await aFolder();
  const target = join(await temporaryFolder(), 'target');
  await writeFile(target, 'untouched');
  await symlink(target, folder.lock);
  await valueOf(await acquireLock(folder, { analyst: 'Ada', now })).release();
  expect(await readFile(target, 'utf8')).toBe('untouched');
});

test('what is done alone is done by one at a time, over the lock of one that died, and leaves no lock', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'work.lock');
  await writeFile(path, ownedBy({ pid: await deadProcess() }));
  const inner = await alone(path, () => alone(path, () => Promise.resolve('both')));
  expect(inner).toMatchObject({ ok: true, value: { ok: false } });
  expect(inner.ok && !inner.value.ok ? inner.value.error : '').toContain(`process ${process.pid}`);
  expect(await readdir(folder)).toEqual([]);
  await expect(alone(path, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(await readdir(folder)).toEqual([]);
});
