import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { caseFolder } from '../disk/case-folder.ts';
import { loadCase } from '../opening/load-case.ts';
import { makeLargeCase } from '../testing/large-case.ts';
import { flipped } from '../testing/spoiled-case.ts';
import { valueOf } from '../testing/temporary-case.ts';
import { SealedFiles } from './sealed-files.ts';

// A thousand files are made, and a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const readerPath = new URL('./worker.ts', import.meta.url);
const noWorker = new URL('./there-is-none.ts', import.meta.url);

let folder = '';
let path = '';
let files: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-test-'));
  path = join(folder, 'large.assay');
  await makeLargeCase(path, { documents: 1_000, highlights: 2 });
  files = (await readdir(join(path, 'documents'))).map((name) => join(path, 'documents', name));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function readBeside(worker: URL, paths: readonly string[]) {
  const reader = new SealedFiles(worker);
  try {
    return await reader.read(paths);
  } finally {
    await reader.close();
  }
}

describe('beside the main thread', () => {
  test('what is intact by its seal is read as it is', async () => {
    const asked = files.slice(0, 20);
    const read = await readBeside(readerPath, asked);
    const there = await Promise.all(asked.map((file) => readFile(file)));
    expect(read.map((bytes) => bytes && Buffer.from(bytes))).toEqual(there);
  });

  test('of what is damaged, missing, no plain file or has no seal nothing is said', async () => {
    const [whole = '', linked = ''] = files;
    const bytes = await readFile(whole);
    const others = Object.entries({
      flipped: flipped(bytes),
      short: bytes.subarray(0, -1),
      '{}': '{}',
    });
    for (const [name, content] of others) await writeFile(join(folder, name), content);
    await symlink(linked, join(folder, 'link'));
    await mkdir(join(folder, 'folder'));
    const names = ['flipped', 'short', '{}', 'link', 'folder', 'missing'];
    const read = await readBeside(readerPath, [...names.map((name) => join(folder, name)), whole]);
    expect(read.map((found) => found !== null)).toEqual([...names.map(() => false), true]);
  });

  test('a worker that cannot be started says nothing of anything', async () => {
    expect(await readBeside(noWorker, files.slice(0, 2))).toEqual([null, null]);
  });
});

describe('a large case', () => {
  test.each([
    ['a worker', readerPath],
    ['one that cannot be started', noWorker],
  ])('is the same read with %s as without', async (_, worker) => {
    const there = valueOf(await loadCase(caseFolder(path), { acceptNewer: false }));
    const read = valueOf(
      await loadCase(caseFolder(path), { acceptNewer: false, readerPath: worker }),
    );
    expect([...read.state.records()]).toEqual([...there.state.records()]);
    expect({ ...read, state: null }).toEqual({ ...there, state: null });
  });

  test('has each of its damaged documents named, and is whole all the same', async () => {
    const copy = join(folder, 'damaged.assay');
    await cp(path, copy, { recursive: true });
    const documents = (await readdir(join(copy, 'documents'))).sort();
    // Some at the beginning, which are read before the worker has started, and some at the end.
    const spoiled = [0, 1, 2, 3, 996, 997, 998, 999].map((index) => documents[index] ?? '');
    const ways = [
      async (file: string) => writeFile(file, flipped(await readFile(file))),
      (file: string) => truncate(file, 100),
      (file: string) => rm(file),
      async (file: string) => {
        await rename(file, join(copy, 'elsewhere'));
        await symlink(join(copy, 'elsewhere'), file);
      },
    ];
    for (const [index, name] of spoiled.entries())
      await ways[index % ways.length]?.(join(copy, 'documents', name));
    const there = valueOf(await loadCase(caseFolder(path), { acceptNewer: false }));
    const read = valueOf(await loadCase(caseFolder(copy), { acceptNewer: false, readerPath }));
    const problems = ['damaged', 'damaged', 'missing', 'missing'];
    const faults = spoiled.map((name, index) => ({
      ...{ file: `documents/${name}`, line: null, problem: problems[index % problems.length] },
    }));
    expect(read.unusable).toEqual(faults);
    expect(new Map([...read.state.records()].map((record) => [record.id, record]))).toEqual(
      new Map([...there.state.records()].map((record) => [record.id, record])),
    );
  });
});
