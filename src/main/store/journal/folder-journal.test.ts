import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createCase } from '../case-store.ts';
import { canMount, mountMemory } from '../testing/mounts.ts';
import {
  codeOf,
  filesOf,
  allRecords,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  valueOf,
} from '../testing/temporary-case.ts';

const segment = join('journal', '000001.jsonl');

// Lets one method of real file handles fail as the system would; everything else stays real.
async function failing(
  method: 'datasync' | 'truncate' | 'write',
  code: string,
  path: string,
): Promise<() => void> {
  const handle = await open(path, 'r');
  // The class itself is not exported; every handle has it.
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const error = Object.assign(new Error(`${code}: made by a test`), { code, syscall: method });
  const spy = vi.spyOn(prototype, method).mockRejectedValue(error);
  const restore = (): void => {
    spy.mockRestore();
  };
  onTestFinished(restore);
  return restore;
}

describe('when a change cannot be written', () => {
  test('it is refused, the case is as before, and the next change can be made', async () => {
    const store = await temporaryCase();
    await run(store, 'tag/create', { name: 'before' });
    const [records, seq] = [allRecords(store), store.seq];
    const size = (await stat(join(store.path, segment))).size;
    const restore = await failing('write', 'ENOSPC', join(store.path, segment));
    expect(codeOf(await store.run('tag/create', { name: 'refused' }))).toBe('store/disk-full');
    restore();
    expect([allRecords(store), store.seq]).toEqual([records, seq]);
    expect((await stat(join(store.path, segment))).size).toBe(size);
    await run(store, 'tag/create', { name: 'after' });
    await store.close();
    const names = [...(await reopen(store.path)).view.all('tag')].map(({ name }) => name);
    expect(names).toEqual(['before', 'after']);
  });

  test.skipIf(!canMount)(
    'a disk that really is full refuses it, and takes changes when it has space',
    async () => {
      const disk = join(await temporaryFolder(), 'disk');
      await mkdir(disk);
      mountMemory(disk, '200k');
      const path = join(disk, 'A case.assay');
      const store = valueOf(await createCase(path, { name: 'A case', analyst: 'Ada' }));
      onTestFinished(() => store.close());
      const filler = join(disk, 'filler');
      const note = 'x'.repeat(10_000);
      await run(store, 'source/create', { name: 'before', kind: 'outlet', note });
      const records = allRecords(store);
      await writeFile(filler, Buffer.alloc(1_000_000)).catch(() => undefined);
      const refused = await store.run('source/create', { name: 'refused', kind: 'outlet', note });
      expect(codeOf(refused)).toBe('store/disk-full');
      expect(codeOf(await store.putImports([filesOf(note)]))).toBe('store/disk-full');
      expect(allRecords(store)).toEqual(records);
      await rm(filler);
      await run(store, 'source/create', { name: 'after', kind: 'outlet', note });
      await store.close();
      const reopened = await reopen(path);
      expect([...reopened.view.all('source')].map(({ name }) => name)).toEqual(['before', 'after']);
      expect(valueOf(await reopened.verify()).findings).toEqual([]);
    },
  );

  test.skipIf(!canMount)('a case that does not fit on the disk leaves nothing behind', async () => {
    const disk = join(await temporaryFolder(), 'disk');
    await mkdir(disk);
    mountMemory(disk, '4k');
    const path = join(disk, 'A case.assay');
    const made = await createCase(path, { name: 'A case', analyst: 'Ada' });
    expect(made).toMatchObject({ error: { code: 'store/disk-full', facts: { path } } });
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('after a failed sync nothing more is written until the analyst says so', async () => {
    const store = await temporaryCase();
    await run(store, 'tag/create', { name: 'before' });
    const records = allRecords(store);
    const restore = await failing('datasync', 'EIO', join(store.path, segment));
    expect(codeOf(await store.run('tag/create', { name: 'in doubt' }))).toBe('store/write-failed');
    restore();
    expect(codeOf(await store.run('tag/create', { name: 'later' }))).toBe('store/write-failed');
    expect(codeOf(await store.undo())).toBe('store/write-failed');
    expect(allRecords(store)).toEqual(records);
    expect(store.health).toMatchObject({ state: 'suspended', automatic: false });
    const before = await stat(join(store.path, segment));
    valueOf(await store.tryAgain());
    expect(store.health).toEqual({ state: 'well' });
    // What a failed sync has made doubtful is not synced again: the journal goes on in a file of its own.
    expect((await stat(join(store.path, segment))).ino).not.toBe(before.ino);
    await run(store, 'tag/create', { name: 'again' });
    await store.close();
    const reopened = await reopen(store.path);
    expect([...reopened.view.all('tag')].map(({ name }) => name)).toEqual(['before', 'again']);
    expect(valueOf(await reopened.verify()).findings).toEqual([]);
  });

  test('nor after half a line that cannot be taken back', async () => {
    const store = await temporaryCase();
    const restoreWrite = await failing('write', 'ENOSPC', join(store.path, segment));
    const restoreTruncate = await failing('truncate', 'EIO', join(store.path, segment));
    expect(codeOf(await store.run('tag/create', { name: 'refused' }))).toBe('store/disk-full');
    restoreWrite();
    restoreTruncate();
    expect(codeOf(await store.run('tag/create', { name: 'later' }))).toBe('store/disk-full');
    expect(store.health).toMatchObject({ state: 'suspended', automatic: false });
    valueOf(await store.tryAgain());
    await run(store, 'tag/create', { name: 'after' });
    await store.close();
    const names = [...(await reopen(store.path)).view.all('tag')].map(({ name }) => name);
    expect(names).toEqual(['after']);
  });
});

describe('when the folder is not what it was', () => {
  test('a case that was moved takes no changes until it is back', async () => {
    const store = await temporaryCase();
    const elsewhere = `${store.path} moved`;
    await rename(store.path, elsewhere);
    expect(codeOf(await store.run('tag/create', { name: 'lost' }))).toBe('store/not-found');
    expect(codeOf(await store.putImports([filesOf('lost')]))).toBe('store/not-found');
    await rename(elsewhere, store.path);
    await run(store, 'tag/create', { name: 'back' });
  });

  test('a case that was deleted does not pretend to save', async () => {
    const store = await temporaryCase();
    await rm(store.path, { recursive: true });
    expect(codeOf(await store.run('tag/create', { name: 'lost' }))).toBe('store/not-found');
    expect(store.view.count('tag')).toBe(0);
  });

  test('a journal that was replaced or written to by another is not written to', async () => {
    for (const change of ['replaced', 'written to']) {
      const store = await temporaryCase();
      const path = join(store.path, segment);
      const content = await readFile(path);
      if (change === 'replaced') {
        await copyFile(path, `${path}.copy`);
        await rename(`${path}.copy`, path);
      } else await writeFile(path, 'foreign', { flag: 'a' });
      expect(codeOf(await store.run('tag/create', { name: 'lost' }))).toBe('store/write-failed');
      expect((await readFile(path)).subarray(0, content.length)).toEqual(content);
    }
  });
});
