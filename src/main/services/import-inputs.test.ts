import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, temporaryFolder, valueOf } from '../store/testing/temporary-case.ts';
import type { ImportInput } from './import-documents.ts';
import { bytesInput, fileInput, folderInputs, inputsOf, pastedInput } from './import-inputs.ts';

async function textOf(input: ImportInput): Promise<string> {
  return new TextDecoder().decode(valueOf(await input.load()));
}

test('a file goes by its own name, and is read when its turn comes', async () => {
  const path = join(await temporaryFolder(), 'late.txt');
  const input = fileInput(path);
  expect(input.name).toBe('late.txt');
  expect(codeOf(await input.load())).toBe('import/vanished');
  await writeFile(path, 'Words.');
  expect(await textOf(input)).toBe('Words.');
});

test('bytes may be as many as those of a file, and no more', async () => {
  expect((await bytesInput('a', new Uint8Array(64_000_000)).load()).ok).toBe(true);
  expect(await bytesInput('a', new Uint8Array(64_000_001)).load()).toMatchObject({
    error: {
      code: 'import/too-large',
      facts: { name: 'a', size: 64_000_001, limit: 64_000_000 },
    },
  });
});

test.each([
  ['Overheard', 'Overheard.txt'],
  ['What? 1/2', 'What  1 2.txt'],
  ['', 'Pasted text.txt'],
])('text that was pasted as “%s” is a file called %s', async (title, name) => {
  const input = pastedInput(title, 'Said so: “Да”.');
  expect(input.name).toBe(name);
  expect(await textOf(input)).toBe('Said so: “Да”.');
});

test('a folder gives its files, and by name what can be no file; hidden ones are passed over', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'inner'));
  for (const path of ['a.txt', '.hidden', join('inner', 'b.txt')])
    await writeFile(join(folder, path), path);
  await symlink(join(folder, 'a.txt'), join(folder, 'link.txt'));
  const inputs = valueOf(await inputsOf(folder));
  expect(inputs.map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'link.txt']);
  const [file, , link] = await Promise.all(inputs.map((input) => input.load()));
  expect(file?.ok).toBe(true);
  expect(link).toMatchObject({
    error: {
      code: 'import/unreadable',
      facts: { name: 'link.txt', reason: 'it is not a file but a link' },
    },
  });
  expect(codeOf(await inputsOf(join(folder, 'gone')))).toBe('import/vanished');
});

test.each([
  ['unreadable', { code: 'import/no-permission', facts: { name: 'x' } }],
  [
    'special',
    {
      code: 'import/unreadable',
      facts: { name: 'x', reason: 'it is not a file but a device' },
    },
  ],
] as const)('what is %s in a folder fails for that reason', async (reason, error) => {
  const [input, ...more] = folderInputs({ files: [], skipped: [{ path: '/a/x', reason }] });
  expect(more).toEqual([]);
  expect(await input?.load()).toMatchObject({ error });
});
