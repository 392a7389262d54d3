import { createHash } from 'node:crypto';
import {
  mkdir,
  readFile,
  readdir,
  rename,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../domain/core/ids.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import { caseFolder } from '../disk/case-folder.ts';
import { codeOf, filesOf, putFiles, temporaryFolder, valueOf } from '../testing/temporary-case.ts';
import { TextStore } from './texts.ts';

const text: DocumentText = {
  text: 'Ça, 北约 👩‍🔬 \ud800 كلام\n',
  blocks: [{ kind: 'paragraph', start: 0, end: 8 }],
};

const files = { text, original: { bytes: Buffer.from('as it was'), extension: 'txt' } };

async function setUp() {
  const folder = caseFolder(await temporaryFolder());
  await mkdir(folder.texts);
  await mkdir(folder.originals);
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
  const { original } = await putFiles(texts, { text, original: { bytes, extension: 'html' } });
  expect(original).toMatchObject({ extension: 'html', size: 4 });
  expect(await readFile(join(folder.originals, `${original.hash}.html`))).toEqual(bytes);
  expect(valueOf(await texts.getOriginal(original))).toEqual(bytes);
});

test.each(['', '../x', 'HTML', 'toolongextension', 'a/b', 'x.'])(
  'the extension %j makes no file',
  async (extension) => {
    const { folder, texts } = await setUp();
    const original = { bytes: Buffer.from('x'), extension };
    await expect(texts.putImports([{ text, original }])).rejects.toThrow();
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
    text: { text: `Text ${index % 20}`, blocks: [] },
    original: { bytes: Buffer.from(`Original ${index % 20}`), extension: 'txt' },
  }));
  const stored = valueOf(await texts.putImports(files));
  for (const [index, file] of files.entries()) {
    const { text: storedText, original } = stored[index] ?? {};
    expect(storedText && valueOf(await texts.get(storedText.hash))).toEqual(file.text);
    expect(original && valueOf(await texts.getOriginal(original))).toEqual(file.original.bytes);
  }
  expect((await readdir(folder.texts)).length).toBe(20);
  expect((await readdir(folder.originals)).length).toBe(20);
});

test('an import that is given up leaves nothing but what others have stored as well', async () => {
  const { folder, texts } = await setUp();
  const files = (name: string) => ({
    text: { text: name, blocks: [] },
    original: { bytes: Buffer.from(name), extension: 'txt' },
  });
  const count = async () => [
    (await readdir(folder.texts)).length,
    (await readdir(folder.originals)).length,
  ];
  const before = new TextStore(folder);
  valueOf(await before.putImports([files('before')]));
  const kept = valueOf(await texts.putImports([files('kept')]));
  const given = valueOf(await texts.putImports(['before', 'kept', 'new'].map(files)));
  expect(await count()).toEqual([3, 3]);
  texts.discardImports(given);
  expect(await count()).toEqual([2, 2]);
  expect(valueOf(await texts.get(kept[0]?.text.hash ?? Sha256.parse('')))).toMatchObject({
    text: 'kept',
  });
  // Both at once: whoever is given up, what the other stored is there.
  const [one, other] = await Promise.all(
    [1, 2].map(async () => valueOf(await texts.putImports([files('both')]))),
  );
  texts.discardImports(one ?? []);
  expect(await count()).toEqual([3, 3]);
  texts.discardImports(other ?? []);
  expect(await count()).toEqual([2, 2]);
});

test('of an import that cannot be stored whole nothing stays', async () => {
  const { folder, texts } = await setUp();
  const good = {
    text: { text: 'good', blocks: [] },
    original: { bytes: Buffer.from('good'), extension: 'txt' },
  };
  // A folder in the place of a file makes the system refuse it.
  const bad = { text, original: { bytes: Buffer.from('bad'), extension: 'txt' } };
  const hash = createHash('sha256').update('bad').digest('hex');
  await mkdir(join(folder.originals, `${hash}.txt`));
  expect(codeOf(await texts.putImports([good, bad]))).toBe('store/write-failed');
  expect(await readdir(folder.texts)).toEqual([]);
  expect(await readdir(folder.originals)).toEqual([`${hash}.txt`]);
});

test('a text that is missing, altered, of another text, or a link is refused', async () => {
  const { folder, texts } = await setUp();
  const { hash } = (await putFiles(texts, files)).text;
  const other = (await putFiles(texts, filesOf('Another'))).text;
  const path = join(folder.texts, `${hash}.json`);
  const bytes = await readFile(path);
  const missing = Sha256.parse('0'.repeat(64));
  expect(codeOf(await texts.get(missing))).toBe('store/damaged');
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
