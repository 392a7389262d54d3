import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { copyFile, copyParts } from './copy-files.ts';

const isWindows = process.platform === 'win32';

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('a file that is copied', () => {
  // As long as more than two pieces, and no two of its pieces are alike.
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => `${index}\n`).join(''));

  test('is the same to the last byte, its hash is known, and every piece is told', async () => {
    const folder = await temporaryFolder();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await writeFile(from, bytes);
    const told: number[] = [];
    const hash = await copyFile(from, to, { onBytes: (count) => told.push(count) });
    expect(hash).toBe(hashOf(bytes));
    expect(bytes.equals(await readFile(to))).toBe(true);
    expect(told).toEqual([1 << 20, bytes.length - (1 << 20)]);
    await expect(copyFile(from, to)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  test.each([0, 10, (1 << 20) + 7])(
    'can be the first %i bytes of one that goes on',
    async (length) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'from'), bytes);
      const hash = await copyFile(join(folder, 'from'), join(folder, 'to'), { length });
      expect(hash).toBe(hashOf(bytes.subarray(0, length)));
      expect(bytes.subarray(0, length).equals(await readFile(join(folder, 'to')))).toBe(true);
    },
  );

  test('has to be there, and a file', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder'));
    for (const name of ['gone', 'folder'])
      expect(await copyFile(join(folder, name), join(folder, 'to'))).toBeNull();
    expect(await readdir(folder)).toEqual(['folder']);
  });
});

test.skipIf(isWindows)(
  'parts of a folder are copied with all that is in them, links as links, and shared only where that is said',
  async () => {
    const [from, to] = [await temporaryFolder(), join(await temporaryFolder(), 'to')];
    for (const part of ['kept', 'given', 'other']) {
      await mkdir(join(from, part, 'below'), { recursive: true });
      await writeFile(join(from, part, 'below', 'file'), part);
      await symlink('below/file', join(from, part, 'link'));
    }
    await mkdir(to);
    const copied = ['kept', 'gone', join('other', 'below', 'file')];
    await copyParts(from, to, { copied, shared: ['given'] });
    expect((await readdir(to)).sort()).toEqual(['given', 'kept', 'other']);
    expect(await readdir(join(to, 'other'))).toEqual(['below']);
    const inodes = [];
    for (const part of ['kept', 'given', 'other']) {
      const file = join(part, 'below', 'file');
      expect(await readFile(join(to, file), 'utf8')).toBe(part);
      const [one, other] = [await stat(join(from, file)), await stat(join(to, file))];
      inodes.push(one.ino === other.ino);
    }
    expect(inodes).toEqual([false, true, false]);
    for (const part of ['kept', 'given'])
      expect(await readlink(join(to, part, 'link'))).toBe('below/file');
    await copyParts(from, to, {});
  },
);
