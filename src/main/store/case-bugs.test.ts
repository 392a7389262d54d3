import { readdir, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expect, test, vi } from 'vitest';
import { createCase, openCase } from './case-store.ts';
import { reopen, run, temporaryCase, temporaryFolder, valueOf } from './testing/temporary-case.ts';

// A case is made and opened many times over.
vi.setConfig({ testTimeout: 60_000 });

/** A clock that throws the n-th time that it is looked at, counted from 1, as a bug anywhere might. */
function clockBreakingAt(n: number): () => Date {
  let looks = 0;
  return () => {
    looks += 1;
    if (looks === n) throw new RangeError('The clock is broken');
    return new Date();
  };
}

/** How many times something looks at its clock; each time but the last, the clock was broken there and this was thrown. */
async function breakEverywhere(
  work: (now: () => Date) => Promise<void>,
  expectAfter: () => Promise<void>,
): Promise<number> {
  for (let n = 1; ; n += 1) {
    try {
      await work(clockBreakingAt(n));
      return n - 1;
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    await expectAfter();
  }
}

/** What this process has open in a folder. Only Linux tells; elsewhere it is taken for nothing. */
async function openFilesIn(folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const handles = '/proc/self/fd';
  const paths = (await readdir(handles)).map((handle) =>
    // The one that lists them is gone by now.
    readlink(join(handles, handle)).catch(() => ''),
  );
  return (await Promise.all(paths)).filter((path) => path.startsWith(folder));
}

test('wherever something is thrown while a case is created, nothing of it is left', async () => {
  const path = join(await temporaryFolder(), 'A case.assay');
  const looks = await breakEverywhere(
    async (now) => {
      await valueOf(await createCase(path, { name: 'A case', analyst: 'Ada', now })).close();
    },
    async () => {
      expect(await readdir(dirname(path))).toEqual([]);
      expect(await openFilesIn(dirname(path))).toEqual([]);
    },
  );
  expect(looks).toBeGreaterThan(0);
  await run(await reopen(path), 'tag/create', { name: 'After' });
});

test('wherever something is thrown while a case is opened, nobody is kept out of it', async () => {
  const store = await temporaryCase();
  const { path } = store;
  await store.close();
  const looks = await breakEverywhere(
    async (now) => {
      // Whoever is new to the case gets an id, which takes the clock once everything else is there.
      const opened = await openCase(path, { readOnly: false, analyst: 'Bela', now });
      await valueOf(opened).close();
    },
    async () => {
      expect(await readdir(path)).not.toContain('lock');
      expect(await openFilesIn(path)).toEqual([]);
      await (await reopen(path)).close();
    },
  );
  expect(looks).toBeGreaterThan(0);
});

test('a command in the course of which something is thrown fails alone', async () => {
  const clock = { isBroken: false };
  const store = await temporaryCase(() => {
    if (clock.isBroken) throw new RangeError('The clock is broken');
    return new Date();
  });
  clock.isBroken = true;
  await expect(store.run('tag/create', { name: 'One' })).rejects.toBeInstanceOf(RangeError);
  clock.isBroken = false;
  await run(store, 'tag/create', { name: 'One' });
  expect(store.seq).toBe(2);
});
