import { createHash } from 'node:crypto';
import {
  mkdir,
  readFile,
  readdir,
  rename,
  rmdir,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentText } from '../../../domain/core/text.ts';
import { type CaseFolder, caseFolder, immutableParts } from '../disk/case-folder.ts';
import {
  codeOf,
  filesOf,
  layoutOf,
  putFiles,
  temporaryFolder,
  valueOf,
} from '../testing/temporary-case.ts';
import { Sha256 } from '../../../domain/core/record-id.ts';
import { type ImportFiles, TextStore } from './texts.ts';

const text: DocumentText = {
  text: 'Ça, 北约 👩‍🔬 \ud800 كلام\n',
  blocks: [{ kind: 'paragraph', start: 0, end: 8 }],
};

const files: ImportFiles = {
  documents: [{ text }],
  original: { bytes: Buffer.from('as it was'), extension: 'txt' },
};

const noHash = Sha256.parse('0'.repeat(64));

function contentOf(folder: CaseFolder): Promise<string[][]> {
  return Promise.all([folder.texts, folder.layouts, folder.originals].map((path) => readdir(path)));
}

async function setUp() {
  const folder = caseFolder(await temporaryFolder());
  for (const part of immutableParts) await mkdir(folder[part]);
  return { folder, texts: new TextStore(folder) };
}

test('a text is found again under the hash of its file', async () => {
  const { folder, texts } = await setUp();
  const { hash, length } = (await putFiles(texts, files)).text;
  expect(length).toBe(text.text.length);
  const bytes = await readFile(join(folder.texts, `${hash}.json`));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  for (const reader of [texts, new TextStore(folder), texts])
    expect(valueOf(await reader.get(hash))).toEqual(text);
});

test('an original is stored as it is, under its hash and extension', async () => {
  const { folder, texts } = await setUp();
  const bytes = Buffer.from([0, 255, 10, 13]);
  const { original } = await putFiles(texts, { ...files, original: { bytes, extension: 'html' } });
  expect(original).toMatchObject({ extension: 'html', size: 4 });
  expect(await readFile(join(folder.originals, `${original.hash}.html`))).toEqual(bytes);
  expect(valueOf(await texts.getOriginal(original))).toEqual(bytes);
});

test.each(['', '../x', 'HTML', 'toolongextension', 'a/b', 'x.'])(
  'the extension %j makes no file',
  async (extension) => {
    const { folder, texts } = await setUp();
    const original = { bytes: Buffer.from('x'), extension };
    await expect(texts.putImports([{ ...files, original }])).rejects.toThrow();
    expect(await readdir(folder.originals)).toEqual([]);
  },
);

test('what is there already is not written again', async () => {
  const { folder, texts } = await setUp();
  const { hash } = (await putFiles(texts, files)).text;
  const before = await stat(join(folder.texts, `${hash}.json`));
  await putFiles(new TextStore(folder), files);
  const after = await stat(join(folder.texts, `${hash}.json`));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test('what is there but altered is written again', async () => {
  const { folder, texts } = await setUp();
  const { hash } = (await putFiles(texts, files)).text;
  const path = join(folder.texts, `${hash}.json`);
  await truncate(path, 5);
  await putFiles(texts, files);
  expect(valueOf(await new TextStore(folder).get(hash))).toEqual(text);
});

test('many at once are stored in order, equal ones once', async () => {
  const { folder, texts } = await setUp();
  const files = Array.from({ length: 30 }, (_, index) => ({
    documents: [{ text: { text: `Text ${index % 20}`, blocks: [] } }],
    original: { bytes: Buffer.from(`Original ${index % 20}`), extension: 'txt' },
  }));
  const stored = valueOf(await texts.putImports(files));
  for (const [index, file] of files.entries()) {
    const { documents = [], original } = stored[index] ?? {};
    const read = documents.map(async ({ text: { hash } }) => valueOf(await texts.get(hash)));
    expect(await Promise.all(read)).toEqual(file.documents.map((document) => document.text));
    expect(original && valueOf(await texts.getOriginal(original))).toEqual(file.original.bytes);
  }
  expect((await readdir(folder.texts)).length).toBe(20);
  expect((await readdir(folder.originals)).length).toBe(20);
});

test('an import that is given up leaves nothing but what others have stored as well', async () => {
  const { folder, texts } = await setUp();
  const files = (name: string) => filesOf(name, layoutOf(name));
  const count = async () => (await contentOf(folder)).map((names) => names.length);
  const before = new TextStore(folder);
  valueOf(await before.putImports([files('before')]));
  const kept = valueOf(await texts.putImports([files('kept')]));
  const given = valueOf(await texts.putImports(['before', 'kept', 'new'].map(files)));
  expect(await count()).toEqual([3, 3, 3]);
  texts.discardImports(given);
  expect(await count()).toEqual([2, 2, 2]);
  const { text: keptText, layout: keptLayout } = kept[0]?.documents[0] ?? {};
  expect(valueOf(await texts.get(keptText?.hash ?? noHash))).toMatchObject({ text: 'kept' });
  expect(valueOf(await texts.getLayout(keptLayout ?? noHash))).toEqual(layoutOf('kept'));
  // Both at once: whoever is given up, what the other stored is there.
  const [one, other] = await Promise.all(
    [1, 2].map(async () => valueOf(await texts.putImports([files('by both')]))),
  );
  texts.discardImports(one ?? []);
  expect(await count()).toEqual([3, 3, 3]);
  texts.discardImports(other ?? []);
  expect(await count()).toEqual([2, 2, 2]);
});

test('of an import that cannot be stored whole nothing stays', async () => {
  const { folder, texts } = await setUp();
  const good = filesOf('good', layoutOf('good'));
  // A folder in the place of a file makes the system refuse it.
  const bad = filesOf('bad', layoutOf('bad'));
  const hash = createHash('sha256').update('bad').digest('hex');
  await mkdir(join(folder.originals, `${hash}.txt`));
  expect(codeOf(await texts.putImports([good, bad]))).toBe('store/write-failed');
  expect(await contentOf(folder)).toEqual([[], [], [`${hash}.txt`]]);
});

test('a layout is found again beside its text, under the hash of its file', async () => {
  const { folder, texts } = await setUp();
  const layout = layoutOf('On a page.');
  const stored = await putFiles(texts, filesOf('On a page.', layout));
  const bytes = await readFile(join(folder.layouts, `${stored.layout ?? ''}.json`));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored.layout);
  expect(JSON.parse(bytes.toString('utf8'))).toEqual(layout);
  const other = new TextStore(folder);
  expect(valueOf(await other.getLayout(stored.layout ?? noHash))).toEqual(layout);
});

test('what has no pages needs no folder of layouts', async () => {
  const { folder, texts } = await setUp();
  await rmdir(folder.layouts);
  const { text: stored, layout } = await putFiles(texts, filesOf('On no page.'));
  expect(layout).toBeNull();
  expect(valueOf(await texts.get(stored.hash)).text).toBe('On no page.');
});

test('a layout that is missing, altered, or a text, is refused', async () => {
  const { folder, texts } = await setUp();
  const { text: stored, layout } = await putFiles(texts, filesOf('Words', layoutOf('Words')));
  const name = `${layout ?? ''}.json`;
  const bytes = await readFile(join(folder.layouts, name));
  const own = await readFile(join(folder.texts, `${stored.hash}.json`));
  await writeFile(join(folder.layouts, `${stored.hash}.json`), own);
  expect(codeOf(await texts.getLayout(stored.hash))).toBe('store/damaged');
  await writeFile(join(folder.layouts, name), Buffer.concat([bytes, Buffer.from(' ')]));
  expect(await texts.getLayout(layout ?? noHash)).toMatchObject({
    error: { code: 'store/damaged', facts: { place: `layouts/${name}` } },
  });
  expect(codeOf(await texts.getLayout(noHash))).toBe('store/damaged');
});

test('of a file with several documents the original is stored once, and given up with the last', async () => {
  const { folder, texts } = await setUp();
  const [letter, attachment] = ['A letter', 'Its attachment'].map((words) => filesOf(words));
  const documents = [letter, attachment, attachment].flatMap((file) => file?.documents ?? []);
  const mail = { documents, original: { bytes: Buffer.from('A mail'), extension: 'eml' } };
  const [stored] = valueOf(await texts.putImports([mail]));
  const read = stored?.documents.map(async ({ text: { hash } }) => valueOf(await texts.get(hash)));
  expect(await Promise.all(read ?? [])).toEqual(documents.map((document) => document.text));
  const other = valueOf(await texts.putImports([filesOf('Its attachment')]));
  texts.discardImports(stored === undefined ? [] : [stored]);
  expect((await contentOf(folder)).map((names) => names.length)).toEqual([1, 0, 1]);
  texts.discardImports(other);
  expect(await contentOf(folder)).toEqual([[], [], []]);
});

test('a text that is missing, altered, of another text, or a link is refused', async () => {
  const { folder, texts } = await setUp();
  const { hash } = (await putFiles(texts, files)).text;
  const other = (await putFiles(texts, filesOf('Another'))).text;
  const path = join(folder.texts, `${hash}.json`);
  const bytes = await readFile(path);
  expect(codeOf(await texts.get(noHash))).toBe('store/damaged');
  const altered = Buffer.from(bytes);
  altered[20] = (altered[20] ?? 0) ^ 1;
  for (const content of [
    altered,
    bytes.subarray(0, -1),
    await readFile(join(folder.texts, `${other.hash}.json`)),
  ]) {
    await writeFile(path, content);
    const read = await new TextStore(folder).get(hash);
    expect(read).toMatchObject({
      error: { code: 'store/damaged', facts: { place: `texts/${hash}.json` } },
    });
  }
  await writeFile(path, bytes);
  await rename(path, `${path}.elsewhere`);
  await symlink(`${path}.elsewhere`, path);
  expect(codeOf(await new TextStore(folder).get(hash))).toBe('store/damaged');
});
