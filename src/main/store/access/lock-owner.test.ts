import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { type LockOwner, mayLive, ownerInWords, readOwner, thisProcess } from './lock-owner.ts';

const now = new Date('2026-11-22T09:58:31.000Z');

function owner(): Promise<LockOwner> {
  return thisProcess('Ada', now);
}

test('a process says who it is, under a token that no other has', async () => {
  const one = await owner();
  expect(one).toMatchObject({
    ...{ analyst: 'Ada', pid: process.pid, host: hostname(), since: now.toISOString() },
  });
  expect((await owner()).token).not.toBe(one.token);
});

test('an owner is known to be dead only where that is certain', async () => {
  const here = await owner();
  expect(await mayLive(here)).toBe(true);
  // Another process that was given the number of one that died.
  expect(await mayLive({ ...here, birth: 'another time' })).toBe(false);
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(await mayLive({ ...here, pid, birth: '' })).toBe(false);
  expect(await mayLive({ ...here, pid, birth: '', host: 'elsewhere' })).toBe(true);
});

test.skipIf(process.platform !== 'linux')(
  'two processes of one number are told apart by when they began',
  async () => {
    const { birth } = await owner();
    expect(birth).toMatch(/^[0-9a-f-]{36} \d+$/);
    expect((await owner()).birth).toBe(birth);
  },
);

test('an owner in words says who, where and since when', async () => {
  const who = { ...(await owner()), pid: 4711, host: 'desk-3' };
  const words = 'process 4711 on desk-3, since 2026-11-22 09:58 UTC';
  expect(ownerInWords(who)).toBe(`Ada, ${words}`);
  expect(ownerInWords({ ...who, analyst: '' })).toBe(words);
});

test('the owner of a lock is read, or nobody can tell', async () => {
  const folder = await temporaryFolder();
  const who = await owner();
  const files: [name: string, content: string, expected: LockOwner | null][] = [
    ['whole', JSON.stringify(who), who],
    [
      'of an earlier version',
      JSON.stringify({ ...who, analyst: undefined }),
      { ...who, analyst: '' },
    ],
    ['torn', JSON.stringify(who).slice(0, -5), null],
    ['empty', '', null],
    ['of something else', '{"pid":1}', null],
  ];
  for (const [name, content, expected] of files) {
    await writeFile(join(folder, name), content);
    expect([name, await readOwner(join(folder, name))]).toEqual([name, expected]);
  }
  await mkdir(join(folder, 'folder'));
  for (const name of ['folder', 'missing']) expect(await readOwner(join(folder, name))).toBeNull();
});
