import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runExport } from '../formats/reports/export-job.ts';
import type { FileFilter } from '../services/environment.ts';
import { importText, temporaryCase, temporaryFolder } from '../store/testing/temporary-case.ts';
import { windowCalls } from './testing/window-calls.ts';

// Cases are made and reports drawn for these; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

// Where files of tests share their modules (scripts/mutation.config.mjs), those with the mock are of this file alone.
vi.hoisted(() => {
  vi.resetModules();
});
afterAll(() => {
  vi.resetModules();
});

vi.mock('../formats/reports/all.ts', async (importOriginal) => {
  const { addedFormat } = await import('../formats/reports/testing/small-case.ts');
  return { ...(await importOriginal<object>()), addedFormat };
});

/** What a dialog was told. */
interface Asked {
  readonly defaultName: string;
  readonly filters: readonly FileFilter[];
}

/** The calls of a window with a case of one document in it, whose dialogs choose a name in a folder of its own. */
async function aWindow(chosenName: string) {
  const store = await temporaryCase();
  await importText(store, 'It burned.');
  await store.close();
  const folder = await temporaryFolder();
  const asked: Asked[] = [];
  const { call, session } = await windowCalls({
    version: '9.8.7',
    chooseSaveLocation: ({ defaultName, filters }) => {
      asked.push({ defaultName, filters });
      return Promise.resolve(join(folder, chosenName));
    },
    export: runExport,
    print: (html) => Promise.resolve({ ok: true, value: Buffer.from(`Printed ${html}`) }),
  });
  await session.open(store.path, { readOnly: false });
  const documents = [...store.view.all('document')].map(({ id }) => id);
  const exportAs = (format: string, more: object = {}) =>
    call('report/export', { documents, format, ...more });
  return { call, exportAs, folder, asked, documents };
}

test('a format that is added is in what the window is told, where its position says', async () => {
  const { call } = await aWindow('');
  const started = await call('app/start', {});
  expect(started).toMatchObject({
    ok: true,
    value: { formats: ['html', 'pdf', 'words', 'csv', 'json'].map((id) => ({ id })) },
  });
  expect(started).toMatchObject({
    value: {
      formats: expect.arrayContaining([
        { id: 'words', label: 'Words (WORDS)', meaning: 'The words alone.', icon: 'code' },
      ]) as unknown,
    },
  });
});

test('a format that is added names the dialog, and is written', async () => {
  const { exportAs, folder, asked } = await aWindow('Fire.words');
  expect(await exportAs('words')).toMatchObject({
    value: { kind: 'written', names: ['Fire first.words', 'Fire second.words'] },
  });
  expect(asked).toEqual([
    {
      defaultName: 'A case.words',
      filters: [{ name: 'Words (WORDS)', extensions: ['words'] }],
    },
  ]);
  expect(await readFile(join(folder, 'Fire second.words'), 'utf8')).toBe('second 1');
});

test('an unknown format is refused by its name, before anything is asked', async () => {
  const { exportAs, asked } = await aWindow('Fire');
  const refused = await exportAs('docx');
  expect(refused).toMatchObject({ error: { code: 'export/unknown-format' } });
  expect(refused.ok ? '' : refused.error.message).toContain('“docx”');
  expect(asked).toEqual([]);
});

test('files beside the chosen one are replaced only when the analyst says so', async () => {
  const { exportAs, folder, asked } = await aWindow('Fire.words');
  const second = join(folder, 'Fire second.words');
  await writeFile(second, 'precious');
  const question = { value: { kind: 'occupied', names: [basename(second)] } };
  expect(await exportAs('words')).toMatchObject(question);
  expect(await readdir(folder)).toEqual([basename(second)]);
  expect(await readFile(second, 'utf8')).toBe('precious');
  // Whoever agrees to another format has not been asked.
  expect(await exportAs('csv', { replace: true })).toMatchObject({ value: { kind: 'written' } });
  expect(await exportAs('words', { replace: true })).toMatchObject(question);
  expect(await exportAs('words', { replace: true })).toMatchObject({ value: { kind: 'written' } });
  expect(await readFile(second, 'utf8')).toBe('second 1');
  expect(asked).toHaveLength(3);
  // An answer is good for one export.
  expect(await exportAs('words', { replace: true })).toMatchObject({
    value: { kind: 'occupied', names: ['Fire first.words', 'Fire second.words'] },
  });
});

test('the chosen file itself is replaced, because the dialog has asked about it', async () => {
  const { exportAs, folder } = await aWindow('Fire.pdf');
  await writeFile(join(folder, 'Fire.pdf'), 'old');
  expect(await exportAs('pdf')).toMatchObject({ value: { kind: 'written', names: ['Fire.pdf'] } });
  expect(await readFile(join(folder, 'Fire.pdf'), 'utf8')).toMatch(/^Printed <!DOCTYPE html>/);
});

test('what was exported is found again by its number, as long as it is there', async () => {
  const { call, exportAs, folder } = await aWindow('Fire.html');
  const written = await exportAs('html');
  expect(written).toMatchObject({ value: { written: 0 } });
  expect(await call('report/show', { written: 0 })).toMatchObject({ ok: true });
  await rm(join(folder, 'Fire.html'));
  expect(await call('report/show', { written: 0 })).toMatchObject({
    error: { code: 'export/gone', facts: { name: 'Fire.html' } },
  });
  expect(await call('report/show', { written: 1 })).toMatchObject({ ok: false });
});

test('the preview is a page that nobody has to print', async () => {
  const { call, documents } = await aWindow('');
  expect(await call('report/preview', { documents })).toMatchObject({
    value: { shown: 1, address: expect.stringMatching(/^<!DOCTYPE html>/) as unknown },
  });
});
