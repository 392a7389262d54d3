import { cp, readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  recordsOf,
  reopen,
  run,
  temporaryFolder,
  theLast,
  valueOf,
} from '../testing/temporary-case.ts';
import { currentFormat } from '../../migrations/registry.ts';

const frozen = join(import.meta.dirname, '../../migrations/frozen');
const formats = Array.from({ length: currentFormat - 1 }, (_, index) => index + 1);

async function thawed(format: number): Promise<string> {
  const path = join(await temporaryFolder(), 'Old.assay');
  await cp(join(frozen, `format-${format}.assay`), path, { recursive: true });
  return path;
}

test('there is a frozen case of every past format', async () => {
  expect((await readdir(frozen)).sort()).toEqual(formats.map((format) => `format-${format}.assay`));
});

describe.each(formats)('a case of format %i', (format) => {
  test('opens whole, and is a case of this format once it was written to', async () => {
    const path = await thawed(format);
    const store = await reopen(path);
    const keptIn = `before-format-${currentFormat}.assay`;
    expect(store.report).toMatchObject({
      ...{ found: [], upgrade: { from: format, to: currentFormat, keptIn } },
    });
    expect(valueOf(await store.verify()).findings).toEqual([]);
    expect(theLast(store, 'claim').statement).toBe('There was no attack');
    await run(store, 'tag/create', { name: 'New' });
    const records = recordsOf(store);
    await store.close();
    for (const file of ['case.json', ...(await documentsOf(path))])
      expect(await readFile(join(path, file), 'utf8')).toContain(`"format":${currentFormat},`);
    const again = await reopen(path);
    expect(recordsOf(again)).toEqual(records);
    expect(valueOf(await again.verify()).findings).toEqual([]);
  });

  test('is kept as it was before it is written to, as a case of its own', async () => {
    const path = await thawed(format);
    const before = await contentOf(path);
    const store = await reopen(path);
    await run(store, 'tag/create', { name: 'New' });
    await store.close();
    const kept = join(path, `before-format-${currentFormat}.assay`);
    expect(await contentOf(kept)).toEqual(before);
    // The older Assay would take a folder that it does not know for somebody else's.
    const ownNames = await readdir(join(frozen, `format-${format}.assay`));
    expect(await readdir(kept)).toEqual(ownNames);
    await (await reopen(path)).close();
    expect(await contentOf(kept)).toEqual(before);
  });

  test('can be read where nothing may be written', async () => {
    const path = await thawed(format);
    const records = recordsOf(await reopen(path, { readOnly: true }));
    expect(recordsOf(await reopen(path))).toEqual(records);
  });
});

test('from format 2 on the file of the case says nothing of claims', async () => {
  const path = await thawed(1);
  await (await reopen(path)).close();
  const index = await readFile(join(path, 'case.json'), 'utf8');
  expect(index).not.toContain('"subject":"claim-');
  expect(index).not.toContain('"type":"link"');
});

// Every file by its path in the folder, with what it holds.
async function contentOf(path: string): Promise<[string, string][]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'lock');
  return Promise.all(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map(async (file) => [relative(path, file), await readFile(file, 'latin1')]),
  );
}

async function documentsOf(path: string): Promise<string[]> {
  return (await readdir(join(path, 'documents'))).map((name) => join('documents', name));
}
