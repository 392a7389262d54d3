import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  allRecords,
  importText,
  layoutOf,
  reopen,
  run,
  temporaryFolder,
  theLast,
  valueOf,
} from '../testing/temporary-case.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { CaseStore } from '../store-interface.ts';
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
    const text = 'Read from a page.';
    const document = await importText(store, text, { pages: layoutOf(text) });
    expect(valueOf(await store.readLayout(document))).toEqual(layoutOf(text));
    const records = allRecords(store);
    await store.close();
    for (const file of ['case.json', ...(await documentsOf(path))])
      expect(await readFile(join(path, file), 'utf8')).toContain(`"format":${currentFormat},`);
    const again = await reopen(path);
    expect(allRecords(again)).toEqual(records);
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
    const records = allRecords(await reopen(path, { readOnly: true }));
    expect(allRecords(await reopen(path))).toEqual(records);
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

describe('the short numbers of a case of format 3', () => {
  test('are those of the order in which claims and sources came, also of such as are gone', async () => {
    const store = await reopen(await thawed(3));
    const numbers = [...store.view.all('claim')].map(({ number }) => number);
    // Claim 3 was undone and claim 4 removed.
    expect(numbers.sort()).toEqual([1, 2, 5]);
    await run(store, 'source/create', { name: 'New', kind: 'person' });
    await run(store, 'claim/create', { on: { highlight: theLast(store, 'highlight').id } });
    expect(theLast(store, 'source').number).toBe(4);
    expect(theLast(store, 'claim').number).toBe(6);
  });

  test('are the same from its checkpoints, from its journal and in its history', async () => {
    const path = await thawed(3);
    const known = allRecords(await reopen(path, { readOnly: true }));
    await rm(join(path, 'case.json'));
    const rebuilt = await reopen(path);
    expect(allRecords(rebuilt)).toEqual(known);
    // The removal of claim 4 is the last change but two.
    valueOf(await rebuilt.revert(rebuilt.seq - 2));
    expect(theClaim(rebuilt, 'Removed').number).toBe(4);
    await rebuilt.close();
    expect(valueOf(await (await reopen(path)).verify()).findings).toEqual([]);
  });

  test('go on where they were when the case was closed, whatever was undone', async () => {
    const path = await thawed(3);
    const store = await reopen(path);
    const highlight = theLast(store, 'highlight').id;
    await run(store, 'claim/create', { on: { highlight }, statement: 'Undone again' });
    valueOf(await store.undo());
    await store.close();
    const again = await reopen(path);
    await run(again, 'claim/create', { on: { highlight }, statement: 'The next' });
    expect(theClaim(again, 'The next').number).toBe(7);
  });
});

function theClaim(store: CaseStore, statement: string): Claim {
  const claim = [...store.view.all('claim')].find((each) => each.statement === statement);
  if (claim === undefined) throw new Error(`There is no claim “${statement}”`);
  return claim;
}
