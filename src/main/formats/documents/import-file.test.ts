import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSystemError } from './file-system-error.ts';
import { listFolder, readFileForImport } from './import-file.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-import-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function codeOf(path: string, maximumSize = 1_000): Promise<string> {
  const result = await readFileForImport(path, { maximumSize });
  return result.ok ? 'ok' : result.error.code;
}

function makePipe(path: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
}

const isWindows = process.platform === 'win32';
// The administrator may read everything, so there is nothing to refuse.
const cannotBeRefused = isWindows || process.getuid?.() === 0;

describe('a file', () => {
  it('is read byte for byte under its name', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await writeFile(join(folder, 'all bytes.bin'), bytes);
    expect(await readFileForImport(join(folder, 'all bytes.bin'))).toEqual({
      ok: true,
      value: { name: 'all bytes.bin', bytes },
    });
  });

  it('may be as large as the limit and no larger', async () => {
    const path = join(folder, 'large.txt');
    await writeFile(path, 'x'.repeat(1_000));
    expect(await codeOf(path)).toBe('ok');
    await writeFile(path, 'x'.repeat(1_001));
    expect(await codeOf(path)).toBe('import/too-large');
  });

  it('of 200 MB is refused by its size, with both numbers', async () => {
    const path = join(folder, 'huge.txt');
    await writeFile(path, '');
    await truncate(path, 200_000_000);
    const result = await readFileForImport(path);
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'import/too-large',
        facts: { name: 'huge.txt', size: 200_000_000, limit: 64_000_000 },
      },
    });
  });

  it('that is gone, or a folder, is said to be', async () => {
    expect(await codeOf(join(folder, 'gone.txt'))).toBe('import/vanished');
    expect(await codeOf(folder)).toBe('import/unreadable');
  });

  it.skipIf(isWindows)('that is a pipe or a device is refused and never waited for', async () => {
    makePipe(join(folder, 'pipe.txt'));
    expect(await codeOf(join(folder, 'pipe.txt'))).toBe('import/unreadable');
    expect(await codeOf('/dev/zero')).toBe('import/unreadable');
  });

  it.skipIf(cannotBeRefused)('that may not be read is said to be so', async () => {
    const path = join(folder, 'secret.txt');
    await writeFile(path, 'x');
    await chmod(path, 0o000);
    expect(await codeOf(path)).toBe('import/no-permission');
  });

  it.skipIf(process.platform !== 'linux')(
    'that gives more than its size promised is refused',
    async () => {
      // Files of the proc file system say they are empty.
      expect(await codeOf('/proc/self/status')).toBe('import/unreadable');
    },
  );
});

describe('errors of the file system', () => {
  it.each([
    ['ENOENT', 'import/vanished'],
    ['EACCES', 'import/no-permission'],
    ['EPERM', 'import/no-permission'],
    ['EIO', 'import/unreadable'],
    ['EWHATEVER', 'import/unreadable'],
  ])('%s becomes %s', (code, expected) => {
    expect(fileSystemError(Object.assign(new Error('x'), { code }), 'a.txt').code).toBe(expected);
  });

  it('are told from bugs', () => {
    expect(() => fileSystemError(new TypeError('bug'), 'a.txt')).toThrow(TypeError);
  });
});

describe('a folder', () => {
  async function write(...paths: string[]): Promise<void> {
    for (const path of paths) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), 'x');
    }
  }

  it('lists its files and those of its folders in natural order', async () => {
    await write('part 10.txt', 'part 2.txt', 'inner/b.md', 'inner/deeper/a.html');
    const result = await listFolder(folder);
    expect(result.ok && result.value.files.map((path) => relative(folder, path))).toEqual([
      join('inner', 'b.md'),
      join('inner', 'deeper', 'a.html'),
      'part 2.txt',
      'part 10.txt',
    ]);
  });

  it.skipIf(isWindows)('names what it skips: hidden files, links and pipes', async () => {
    await write('a.txt', '.hidden', '.git/config');
    await symlink(folder, join(folder, 'loop'));
    await symlink(join(folder, 'a.txt'), join(folder, 'link.txt'));
    makePipe(join(folder, 'pipe'));
    const result = await listFolder(folder);
    expect(result.ok && result.value.files).toEqual([join(folder, 'a.txt')]);
    expect(
      result.ok && result.value.skipped.map(({ path, reason }) => [relative(folder, path), reason]),
    ).toEqual(
      expect.arrayContaining([
        ['.git', 'hidden'],
        ['.hidden', 'hidden'],
        ['link.txt', 'link'],
        ['loop', 'link'],
        ['pipe', 'special'],
      ]),
    );
  });

  it.skipIf(cannotBeRefused)('goes on past a folder that may not be read', async () => {
    await write('a.txt', 'secret/b.txt');
    await chmod(join(folder, 'secret'), 0o000);
    const result = await listFolder(folder);
    await chmod(join(folder, 'secret'), 0o700);
    expect(result).toEqual({
      ok: true,
      value: {
        files: [join(folder, 'a.txt')],
        skipped: [{ path: join(folder, 'secret'), reason: 'unreadable' }],
      },
    });
  });

  it('that is gone is an error, and so is a cancelled listing', async () => {
    expect(await listFolder(join(folder, 'gone'))).toMatchObject({
      error: { code: 'import/vanished' },
    });
    await write('inner/a.txt');
    expect(await listFolder(folder, AbortSignal.abort())).toMatchObject({
      error: { code: 'import/cancelled' },
    });
  });
});
