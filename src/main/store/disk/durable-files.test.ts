import { execFileSync } from 'node:child_process';
import { mkdir, open, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import {
  FolderSync,
  kindAt,
  openIfThere,
  openPlainFile,
  placeFile,
  placeFolder,
  readAround,
  readPart,
  readPlainFile,
  sweepUnfinished,
  unfinished,
  writeFully,
  writeNewFile,
} from './durable-files.ts';
import { readPlainFileSync } from './plain-files.ts';

const isLinux = process.platform === 'linux';
const refusal = new Error('refused');

function refuse(): Promise<never> {
  return Promise.reject(refusal);
}

/** A folder with a file that says "words", an empty one, a folder, and, where the system has such, a link and a pipe. */
async function aFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), 'words');
  await writeFile(join(folder, 'empty'), '');
  await mkdir(join(folder, 'folder'));
  if (process.platform === 'win32') return folder;
  await symlink('file', join(folder, 'link'));
  await symlink('nowhere', join(folder, 'dangling'));
  execFileSync('/usr/bin/mkfifo', [join(folder, 'pipe')]);
  return folder;
}

describe('a file that is put in place', () => {
  test('takes the place of the old one, or leaves it as it was', async () => {
    const folder = await temporaryFolder();
    for (const words of ['old', 'new'])
      await placeFile(folder, 'a', (handle) => writeFully(handle, Buffer.from(words), 0));
    const broken = placeFile(folder, 'a', async (handle) => {
      await writeFully(handle, Buffer.from('half'), 0);
      return refuse();
    });
    await expect(broken).rejects.toBe(refusal);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('is not written over where it must be new', async () => {
    const path = join(await aFolder(), 'file');
    const writing = writeNewFile(path, (handle) => writeFully(handle, Buffer.from('other'), 0));
    await expect(writing).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path, 'utf8')).toBe('words');
  });
});

describe('a folder that is put in place', () => {
  test('is there as a whole, without what an earlier attempt left', async () => {
    const path = join(await temporaryFolder(), 'made');
    await mkdir(`${path}${unfinished}`);
    await writeFile(join(`${path}${unfinished}`, 'left'), '');
    await placeFolder(path, async (beside) => {
      await mkdir(join(beside, 'below', 'deep'), { recursive: true });
      await writeFile(join(beside, 'below', 'file'), 'words');
    });
    expect((await readdir(path, { recursive: true })).sort()).toEqual([
      ...['below', join('below', 'deep'), join('below', 'file')],
    ]);
    expect(await readdir(join(path, '..'))).toEqual(['made']);
  });

  test('is not there at all where it cannot be filled, or something is in its place', async () => {
    const folder = await aFolder();
    const before = await readdir(folder);
    await expect(placeFolder(join(folder, 'made'), refuse)).rejects.toBe(refusal);
    await writeFile(join(folder, 'folder', 'mine'), '');
    const onto = placeFolder(join(folder, 'folder'), () => Promise.resolve());
    await expect(onto).rejects.toMatchObject({ syscall: 'rename' });
    expect(await readdir(folder)).toEqual(before);
    expect(await readdir(join(folder, 'folder'))).toEqual(['mine']);
  });
});

test('what was left unfinished is swept, with all that is in it, and nothing else', async () => {
  const folder = await temporaryFolder();
  for (const name of ['a', `b${unfinished}`, `c${unfinished}.txt`])
    await writeFile(join(folder, name), '');
  await mkdir(join(folder, `d${unfinished}`, 'below'), { recursive: true });
  await sweepUnfinished(folder);
  expect(await readdir(folder)).toEqual(['a', `c${unfinished}.txt`]);
});

describe('only plain files are read', () => {
  test('what a file holds, be it nothing', async () => {
    const folder = await aFolder();
    expect((await readPlainFile(join(folder, 'file')))?.toString()).toBe('words');
    expect((await readPlainFile(join(folder, 'empty')))?.length).toBe(0);
    expect(Buffer.from(readPlainFileSync(join(folder, 'file')) ?? '').toString()).toBe('words');
    const handle = await openIfThere(join(folder, 'file'));
    expect(await handle?.readFile('utf8')).toBe('words');
    await handle?.close();
  });

  test.skipIf(!isLinux)('also of a file that says it is empty and is not', async () => {
    expect((await readPlainFile('/proc/self/status'))?.toString()).toContain('Name:');
  });

  test('neither a folder, nor a link, nor a pipe, which nobody waits for', async () => {
    const folder = await aFolder();
    const names =
      process.platform === 'win32' ? ['folder'] : ['folder', 'link', 'dangling', 'pipe'];
    for (const path of names.map((name) => join(folder, name))) {
      expect(await readPlainFile(path)).toBeUndefined();
      expect(await openPlainFile(path)).toBeUndefined();
      expect(await openIfThere(path)).toBeUndefined();
    }
    for (const name of ['folder', 'pipe'])
      if (names.includes(name)) expect(readPlainFileSync(join(folder, name))).toBeNull();
  });

  test('what is not there is nothing, and what cannot be had is a failure', async () => {
    const folder = await aFolder();
    for (const path of [join(folder, 'gone'), join(folder, 'file', 'below')]) {
      expect(await readPlainFile(path)).toBeUndefined();
      expect(await openIfThere(path)).toBeUndefined();
      await expect(openPlainFile(path)).rejects.toMatchObject({ syscall: 'open' });
      expect(() => readPlainFileSync(path)).toThrow();
    }
    const long = join(folder, 'x'.repeat(300));
    for (const look of [readPlainFile, openIfThere, kindAt])
      await expect(look(long)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  });
});

test('what stands at a path is told from where it leads to', async () => {
  const folder = await aFolder();
  const kinds = { file: 'file', folder: 'folder', gone: 'nothing', 'file/below': 'nothing' };
  const others = { link: 'other', dangling: 'other', pipe: 'other' };
  const expected = process.platform === 'win32' ? kinds : { ...kinds, ...others };
  for (const [name, kind] of Object.entries(expected))
    expect([name, await kindAt(join(folder, name))]).toEqual([name, kind]);
});

test('a part of a file ends where the file does', async () => {
  const path = join(await aFolder(), 'file');
  expect((await readPart(path, 1, 3)).toString()).toBe('ord');
  expect((await readPart(path, 3, 9)).toString()).toBe('ds');
  expect((await readPart(path, 9, 9)).length).toBe(0);
});

describe('reading what a dying disk has', () => {
  async function around(path: string, position: number, length: number) {
    const bytes = Buffer.alloc(length, 'x');
    const handle = await open(path, 'r');
    try {
      return { bytes, ...(await readAround(handle, bytes, position)) };
    } finally {
      await handle.close();
    }
  }

  test('says how far the file reaches', async () => {
    const path = join(await aFolder(), 'file');
    expect(await around(path, 1, 3)).toEqual({ bytes: Buffer.from('ord'), end: 3, isWhole: true });
    expect(await around(path, 3, 9)).toMatchObject({ end: 2, isWhole: true });
  });

  // The memory of a process cannot be read where it has none, as a disk where a sector is bad.
  test.skipIf(!isLinux)(
    'has zeros for the sectors that cannot be read, and the others',
    async () => {
      const [first = ''] = (await readFile('/proc/self/maps', 'utf8')).split('-', 1);
      const start = parseInt(first, 16);
      const { bytes, end, isWhole } = await around('/proc/self/mem', start - 8_192, 8_192 + 100);
      expect({ end, isWhole }).toEqual({ end: 8_292, isWhole: false });
      expect(bytes.subarray(0, 8_192).every((byte) => byte === 0)).toBe(true);
      // The program itself, which begins like any other.
      expect(bytes.subarray(8_193, 8_196).toString()).toBe('ELF');
    },
  );

  test('throws what is no bad sector', async () => {
    await expect(around(await aFolder(), 0, 4)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

test('bytes are written where they belong', async () => {
  const path = join(await temporaryFolder(), 'a');
  await writeNewFile(path, async (handle) => {
    await writeFully(handle, Buffer.from('abcdef'), 0);
    await writeFully(handle, Buffer.from('XY'), 2);
    await writeFully(handle, Buffer.alloc(0), 2);
  });
  expect(await readFile(path, 'utf8')).toBe('abXYef');
});

describe('names that many want to be durable', () => {
  test('are synced together by those who ask while a sync runs, and anew for who asks then', async () => {
    const folder = new FolderSync(await temporaryFolder());
    const first = folder.sync();
    expect(folder.sync()).toBe(first);
    // One step, and the first of them runs.
    await Promise.resolve();
    await Promise.resolve();
    const second = folder.sync();
    expect(second).not.toBe(first);
    expect(folder.sync()).toBe(second);
    await Promise.all([first, second]);
    expect(folder.sync()).not.toBe(second);
  });

  test('fail for those who wait, and each tries for itself', async () => {
    const path = join(await temporaryFolder(), 'a');
    const folder = new FolderSync(path);
    const first = folder.sync();
    await Promise.resolve();
    await Promise.resolve();
    const [one, other] = await Promise.allSettled([first, folder.sync()]);
    expect(one).toMatchObject({ reason: { code: 'ENOENT' } });
    expect(other).toMatchObject({ reason: { code: 'ENOENT' } });
    expect('reason' in one && 'reason' in other && one.reason === other.reason).toBe(false);
    await mkdir(path);
    await folder.sync();
  });
});
