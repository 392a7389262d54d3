import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { caseFolder } from '../disk/case-folder.ts';
import type { CaseStore } from '../case-store.ts';
import { type CasePreview, previewCase } from './preview-case.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { makeLargeCase } from '../testing/large-case.ts';
import { copyOf } from '../testing/spoiled-case.ts';
import { reopen, run, temporaryFolder, theLast, valueOf } from '../testing/temporary-case.ts';

// Files by the hundred are made for each of these.
vi.setConfig({ testTimeout: 60_000 });

async function largeCase(documents = 200): Promise<string> {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents, highlights: 4 });
  return path;
}

function preview(path: string, document: DocumentId | null): Promise<CasePreview | null> {
  return previewCase(caseFolder(path), () => document);
}

// What a whole case says of one document.
function recordsAbout(store: CaseStore, document: DocumentId): AnyRecord[] {
  const { view } = store;
  const claims = [...view.referring(document, 'claim')];
  const ratings = claims.flatMap(({ id }) => [...view.referring(id, 'rating')]);
  return [...view.referring(document, 'highlight'), ...claims, ...ratings];
}

test('shows the document asked for as the whole case has it, the last changes included', async () => {
  const path = await largeCase();
  const store = await reopen(path);
  const { id } = theLast(store, 'document');
  await run(store, 'highlight/create', { document: id, ranges: [{ start: 0, end: 6 }] });
  // Not in any checkpoint yet.
  const shown = await preview(path, id);
  expect(shown?.document).toBe(id);
  expect(shown?.seq).toBe(store.seq);
  const expected = recordsAbout(store, id);
  expect(expected).toHaveLength(9);
  for (const record of expected) expect(shown?.state.get(record.id)).toEqual(record);
  expect(shown?.text).toEqual(valueOf(await store.readText(id)));
});

test('shows the first document where none, or one that is not there, is asked for', async () => {
  const path = await largeCase();
  const first = (await preview(path, null))?.document;
  expect(first).toBeDefined();
  const store = await reopen(path);
  const { id } = theLast(store, 'document');
  await run(store, 'document/remove', { documents: [id] });
  await store.close();
  // One less is a case that needs no preview.
  expect(await preview(path, null)).toBeNull();
});

test('shows nothing of a damaged case: reading all of it tells what is wrong', async () => {
  const path = await largeCase();
  const index = join(path, 'case.json');
  const intact = await readFile(index, 'utf8');
  await writeFile(index, intact.replace('A large case', 'A Large case'));
  expect(await preview(path, null)).toBeNull();
  await writeFile(index, intact);
  expect(await preview(path, null)).not.toBeNull();
});

test('shows nothing of a document whose checkpoint is of a fork of the case', async () => {
  const path = await largeCase();
  const forked = await copyOf(path);
  const { document } = (await preview(path, null)) ?? {};
  if (document === undefined) throw new Error('There is no preview');
  for (const [one, note] of [
    [path, 'Here'],
    [forked, 'Else'],
  ] as const) {
    const store = await reopen(one);
    await run(store, 'document/update', { document, changes: { note } });
    await store.close();
  }
  const name = join('documents', `${document}.json`);
  expect(await preview(path, null)).not.toBeNull();
  await rename(join(forked, name), join(path, name));
  expect(await preview(path, null)).toBeNull();
});

test('is shown before the case is open, and not of a small one', async () => {
  const path = await largeCase();
  const shown: CasePreview[] = [];
  const request = { choose: () => null, show: (one: CasePreview) => shown.push(one) };
  const store = await reopen(path, { preview: request });
  expect(shown).toHaveLength(1);
  expect(shown[0]?.seq).toBe(store.seq);
  await reopen(await largeCase(3), { preview: request });
  expect(shown).toHaveLength(1);
});

test.each(['choose', 'show'])('whoever throws when asked to %s keeps nobody out', async (asked) => {
  const path = await largeCase();
  const thrown = new Error('A bug of the window');
  function refuse(): never {
    throw thrown;
  }
  const preview = { choose: () => null, show: () => undefined, [asked]: refuse };
  await expect(reopen(path, { preview })).rejects.toBe(thrown);
  expect(await readdir(path)).not.toContain('lock');
  await run(await reopen(path), 'tag/create', { name: 'After' });
});
