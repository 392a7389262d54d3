import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { canMount, mountMemory, mountReadOnly } from '../testing/mounts.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { type NewFile, placeFiles, takenPaths } from './place-files.ts';

// Processes are started and disks mounted for these; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
const nobody = 65_534;

/** Files that are to hold "new" under their names in a folder, and may replace what is there unless told otherwise. */
function newFiles(folder: string, names: readonly string[], mayReplace = true): NewFile[] {
  const bytes = new TextEncoder().encode('new');
  return names.map((name) => ({ path: join(folder, name), bytes, mayReplace }));
}

/** What a folder holds, hidden names too; folders and links have their kind instead of a content. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const name of await readdir(folder)) {
    const entry = await lstat(join(folder, name));
    content[name] = entry.isFile()
      ? await readFile(join(folder, name), 'utf8')
      : entry.isDirectory()
        ? 'folder'
        : 'link';
  }
  return content;
}

async function aFolder(files: Record<string, string> = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

test('all files are in place, and nothing else', async () => {
  const folder = await aFolder({ b: 'old', c: 'other' });
  expect((await placeFiles(newFiles(folder, ['a', 'b']))).ok).toBe(true);
  expect(await contentOf(folder)).toEqual({ a: 'new', b: 'new', c: 'other' });
});

test('a file that is there stays, and so all others are taken back, unless it may be replaced', async () => {
  const folder = await aFolder({ a: 'old', c: 'precious' });
  const files = [...newFiles(folder, ['a', 'b']), ...newFiles(folder, ['c'], false)];
  const refused = await placeFiles(files);
  expect(refused).toEqual({ ok: false, error: { path: join(folder, 'c'), code: 'EEXIST' } });
  expect(await contentOf(folder)).toEqual({ a: 'old', c: 'precious' });
});

// In memory, where no disk lets one of them run ahead.
test.skipIf(!canMount)('of many that put a new file in the same place, one does', async () => {
  const folder = await aFolder();
  mountMemory(folder, '1m');
  const contents = Array.from({ length: 20 }, (_, index) => `content ${index}`);
  const results = await Promise.all(
    contents.map((content) =>
      placeFiles([
        {
          ...{ path: join(folder, 'a'), bytes: new TextEncoder().encode(content) },
          mayReplace: false,
        },
      ]),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await contentOf(folder)).toEqual({ a: contents[results.findIndex(({ ok }) => ok)] });
});

test('a folder in the way of the last file is not replaced, nor is a file before it', async () => {
  const folder = await aFolder({ a: 'old' });
  await mkdir(join(folder, 'c'));
  const refused = await placeFiles(newFiles(folder, ['a', 'b', 'c']));
  expect(refused).toEqual({ ok: false, error: { path: join(folder, 'c'), code: 'EISDIR' } });
  expect(await contentOf(folder)).toEqual({ a: 'old', c: 'folder' });
});

// A path that is given twice is free until the first of its files is in place.
test('files that are in place when one is refused are taken back: what was there is the same file as before', async () => {
  const folder = await aFolder({ a: 'old' });
  const before = await stat(join(folder, 'a'));
  const files = [...newFiles(folder, ['a']), ...newFiles(folder, ['b', 'b'], false)];
  const refused = await placeFiles(files);
  expect(refused).toEqual({ ok: false, error: { path: join(folder, 'b'), code: 'EEXIST' } });
  expect(await contentOf(folder)).toEqual({ a: 'old' });
  const after = await stat(join(folder, 'a'));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test.skipIf(isWindows)('a link is not followed, wherever it leads', async () => {
  const folder = await aFolder({ kept: 'precious' });
  await symlink('kept', join(folder, 'a'));
  await symlink('nowhere', join(folder, 'b'));
  for (const name of ['a', 'b']) {
    const path = join(folder, name);
    const refusal = { ok: false, error: { path, code: 'ELOOP' } };
    expect(await placeFiles(newFiles(folder, [name]))).toEqual(refusal);
    expect(await takenPaths([path])).toEqual(refusal);
  }
  expect(await contentOf(folder)).toEqual({ a: 'link', b: 'link', kept: 'precious' });
});

test('a name that is too long is named, and one that just fits can be used', async () => {
  const folder = await aFolder();
  const long = 'x'.repeat(256);
  const refusal = { ok: false, error: { path: join(folder, long), code: 'ENAMETOOLONG' } };
  expect(await placeFiles(newFiles(folder, ['a', long]))).toEqual(refusal);
  expect(await takenPaths([join(folder, long)])).toEqual(refusal);
  expect(await contentOf(folder)).toEqual({});
  const fitting = 'x'.repeat(255);
  expect((await placeFiles(newFiles(folder, [fitting]))).ok).toBe(true);
  expect(await contentOf(folder)).toEqual({ [fitting]: 'new' });
});

test('a folder that is not there is not made', async () => {
  const path = join(await aFolder(), 'nowhere', 'a');
  const refused = await placeFiles(newFiles(join(path, '..'), ['a']));
  expect(refused).toEqual({ ok: false, error: { path, code: 'ENOENT' } });
  expect(await takenPaths([path])).toEqual({ ok: true, value: [] });
});

test.skipIf(isWindows)('who could not read the old file cannot read the new one', async () => {
  const folder = await aFolder({ a: 'old', b: 'old' });
  await chmod(join(folder, 'a'), 0o600);
  await chmod(join(folder, 'b'), 0o666);
  await placeFiles(newFiles(folder, ['a', 'b']));
  expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'b'))).mode & 0o777).toBe(0o666);
});

test.skipIf(!isRoot)('a protected file stays, and so does what is beside it', async () => {
  const folder = await aFolder({ a: 'old', b: 'protected' });
  for (const name of ['', 'a']) await chown(join(folder, name), nobody, nobody);
  expect(asNobody(newFiles(folder, ['a', 'b']))).toEqual({
    ...{ ok: false, error: { path: join(folder, 'b'), code: 'EACCES' } },
  });
  expect(await contentOf(folder)).toEqual({ a: 'old', b: 'protected' });
});

// As on a disk without hard links: Linux refuses a link to a file of others that one cannot read.
test.skipIf(!isRoot)(
  'a file that cannot be linked to is replaced, and put back, all the same',
  async () => {
    const folder = await aFolder({ a: 'old' });
    await chown(folder, nobody, nobody);
    await chmod(join(folder, 'a'), 0o222);
    const files = [...newFiles(folder, ['a']), ...newFiles(folder, ['b', 'b'], false)];
    const refusal = { ok: false, error: { path: join(folder, 'b'), code: 'EEXIST' } };
    expect(asNobody(files)).toEqual(refusal);
    expect(await contentOf(folder)).toEqual({ a: 'old' });
    expect(asNobody(files.slice(0, 2))).toEqual({ ok: true, value: null });
    expect(await contentOf(folder)).toEqual({ a: 'new', b: 'new' });
  },
);

test.skipIf(!isRoot)('a folder that one may not write to is left as it is', async () => {
  const folder = await aFolder({ b: 'old' });
  await chmod(folder, 0o755);
  await chmod(join(folder, 'b'), 0o666);
  for (const name of ['a', 'b']) {
    const path = join(folder, name);
    expect(asNobody(newFiles(folder, [name]))).toEqual({
      ...{ ok: false, error: { path, code: 'EACCES' } },
    });
  }
  expect(await contentOf(folder)).toEqual({ b: 'old' });
});

test.skipIf(!canMount)('a disk that fills up half-way is left as it was', async () => {
  const folder = await aFolder();
  mountMemory(folder, '256k');
  await writeFile(join(folder, 'a'), 'old');
  const large = { path: join(folder, 'b'), bytes: new Uint8Array(1 << 20), mayReplace: true };
  const refused = await placeFiles([...newFiles(folder, ['a']), large]);
  expect(refused).toEqual({ ok: false, error: { path: join(folder, 'b'), code: 'ENOSPC' } });
  expect(await contentOf(folder)).toEqual({ a: 'old' });
});

test.skipIf(!canMount)('a disk that can only be read is left as it was', async () => {
  const folder = await aFolder({ a: 'old' });
  mountReadOnly(folder);
  for (const name of ['a', 'b']) {
    const path = join(folder, name);
    expect(await placeFiles(newFiles(folder, [name]))).toEqual({
      ...{ ok: false, error: { path, code: 'EROFS' } },
    });
  }
  expect(await contentOf(folder)).toEqual({ a: 'old' });
});

test('the files that could be replaced are known beforehand, as is what is in the way', async () => {
  const folder = await aFolder({ a: 'old', b: 'old' });
  const paths = ['a', 'b', 'c'].map((name) => join(folder, name));
  expect(await takenPaths(paths)).toEqual({ ok: true, value: paths.slice(0, 2) });
  await rm(join(folder, 'b'));
  await mkdir(join(folder, 'b'));
  expect(await takenPaths(paths)).toEqual({ ok: false, error: { path: paths[1], code: 'EISDIR' } });
});

function asNobody(files: readonly NewFile[]): unknown {
  const script = fileURLToPath(new URL('../testing/place-as-nobody.ts', import.meta.url));
  const places = files.map(({ path, mayReplace }) => ({ path, mayReplace }));
  const args = [script, JSON.stringify(places)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
