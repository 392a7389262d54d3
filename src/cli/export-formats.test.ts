import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { run, temporaryFolder } from './test-run.ts';

// An import worker is started for this; a busy machine may take its time over it.
vi.setConfig({ testTimeout: 60_000 });

// Where files of tests share their modules (scripts/mutation.config.mjs), those with the mock are of this file alone.
vi.hoisted(() => {
  vi.resetModules();
});
afterAll(() => {
  vi.resetModules();
});

vi.mock('../main/formats/reports/all.ts', async (importOriginal) => {
  const { addedFormat } = await import('../main/formats/reports/testing/small-case.ts');
  return { ...(await importOriginal<object>()), addedFormat };
});

it('offers, explains and makes a format that was added', async () => {
  const { path, remove } = await temporaryFolder();
  onTestFinished(remove);
  const help = await run(['export', '--help']);
  expect(help.out).toContain('words  Words (WORDS). The words alone.');
  expect(help.out).toContain('--format words --out harbour.words   (harbour first.words, ');
  const [casePath, text] = [join(path, 'Fire.assay'), join(path, 'a.txt')];
  await writeFile(text, 'The warehouse burned.');
  await run(['new', casePath]);
  await run(['import', casePath, text]);
  const args = ['export', casePath, '--out', join(path, 'a.words'), '--format'];
  expect((await run([...args, 'words'])).code).toBe(0);
  expect(await readFile(join(path, 'a second.words'), 'utf8')).toBe('second 1');
  expect((await run([...args, 'docx'])).complaints).toContain('html, pdf, words, csv, json');
});
