import { mkdir, readFile, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { CaseHead, DocumentHead, readCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import { FolderSync } from '../disk/durable-files.ts';
import { DurableJsonFile } from '../disk/durable-json-file.ts';
import { journalStart } from '../journal/journal-line.ts';
import { Slices } from '../disk/slices.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { walk } from '../../../domain/testing/random-walk.ts';
import { noOldLines } from '../journal/old-lines.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

async function written() {
  const folder = await temporaryFolder();
  const place = {
    folder,
    name: 'a.json',
    head: DocumentHead,
    whole: () => Promise.resolve(noOldLines),
  };
  const data = { format: 1, seq: 7, records: [...walk([]).made.view.records()] };
  await writeCheckpoint(place, data, new FolderSync(folder), new Slices());
  return { place, data, path: join(folder, 'a.json') };
}

test('a checkpoint is read as it was written, and leaves no other file', async () => {
  const { place, data } = await written();
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'intact', data });
  expect(await readdir(place.folder)).toEqual(['a.json']);
});

test('it is JSON with a record on each line', async () => {
  const { data, path } = await written();
  const text = await readFile(path, 'utf8');
  expect(JSON.parse(text)).toMatchObject(data);
  expect(text.split('\n').filter((line) => line.includes('"type":'))).toHaveLength(
    data.records.length,
  );
});

test('a changed, missing or additional byte anywhere is noticed', async () => {
  const { place, path } = await written();
  const bytes = await readFile(path);
  for (let position = 0; position < bytes.length; position += 7) {
    const flipped = Buffer.from(bytes);
    flipped[position] = (flipped[position] ?? 0) ^ 1;
    for (const content of [flipped, bytes.subarray(0, position)]) {
      await writeFile(path, content);
      expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'damaged' });
    }
  }
  await writeFile(path, Buffer.concat([bytes, Buffer.from('\n')]));
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'damaged' });
});

test('one that is missing, a folder or a link is not read', async () => {
  const { place, path } = await written();
  await rename(path, `${path}.elsewhere`);
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'missing' });
  await symlink(`${path}.elsewhere`, path);
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'missing' });
  await rename(path, `${path}.link`);
  await mkdir(path);
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'missing' });
});

test('one of a newer format that does not make sense is told from damage', async () => {
  const { place, path } = await written();
  await writeFile(path, '{"format":99,"records":[],"more":true}');
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'newer', format: 99 });
});

test('a format that damage has made a newer one is damage', async () => {
  const { place, path } = await written();
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"format":1', '"format":3'));
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'damaged' });
});

test('fields that nobody knows are damage, and pollute nothing', async () => {
  const { place, path } = await written();
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"seq":7', '"seq":7,"__proto__":{"polluted":true}'));
  expect(await readCheckpoint(place, new Slices())).toEqual({ status: 'damaged' });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a plain JSON file is read as it was written, null where there is none', async () => {
  const path = join(await temporaryFolder(), 'preferences.json');
  const file = new DurableJsonFile<{ theme: string }>(path);
  expect(await file.read()).toBeNull();
  await file.write({ theme: 'dark' });
  await file.write({ theme: 'light' });
  expect(await file.read()).toEqual({ theme: 'light' });
  await writeFile(path, '{');
  await expect(file.read()).rejects.toThrow(SyntaxError);
});

test('a list of documents holds ids of documents with numbers of changes, and nothing else', () => {
  const id = 'document-00000000-0000-7000-8000-000000000001';
  const fits = (documents: unknown): boolean =>
    CaseHead.safeParse({ format: 1, journal: journalStart, documents }).success;
  expect(fits([])).toBe(true);
  expect(fits([[id, 0]])).toBe(true);
  const others = [
    ...[
      ['../document', 1],
      ['claim-00000000-0000-7000-8000-000000000001', 1],
      [7, 1],
    ],
    ...[[id], [id, -1], [id, 1.5], [id, '1'], [id, 1, 1], id, null],
  ];
  for (const other of others) expect(fits([[id, 1], other])).toBe(false);
  expect(fits({ 0: [id, 1] })).toBe(false);
});
