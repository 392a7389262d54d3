import { access, readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { exportReport } from './export-report.ts';
import { requestFor, smallCase } from './testing/small-case.ts';
import { reportFormats } from './formats.ts';
import { DocumentId } from '../../../domain/records/document/record.ts';

const folder = new URL('.', import.meta.url);

// A changed golden file is approved with `vitest --update=all`; a new one starts as an empty file.
test.each(reportFormats)('$id has a golden file for each file it writes', async (format) => {
  const result = await exportReport(smallCase(format.id).request);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.map(({ name }) => name)).toEqual(format.files);
  for (const { name, bytes } of result.value) {
    // What is yet to be printed is a page.
    const page = format.print ? name.replace(/\.[^.]+$/, '.html') : name;
    const golden = new URL(`golden/${page}`, folder).pathname;
    await access(golden);
    await expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatchFileSnapshot(
      golden,
    );
  }
});

test('each format has a test of its own', async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.test\.tsx?$/.test(name),
  );
  const own = names.filter((name) => !name.startsWith('export-report.'));
  const texts = await Promise.all(own.map((name) => readFile(new URL(name, folder), 'utf8')));
  for (const { id } of reportFormats) {
    expect(texts.some((text) => text.includes(`smallCase('${id}')`))).toBe(true);
  }
});

test('each folder with a format has its line in the list, and no two formats share an id or a place', async () => {
  const files = await readdir(folder, { recursive: true });
  const folders = files.flatMap((name) => /^([^/\\]+)[/\\]format\.ts$/.exec(name)?.[1] ?? []);
  expect(reportFormats.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  const positions = reportFormats.map(({ position }) => position);
  expect(new Set(positions).size).toBe(positions.length);
});

test('the preview is the page of the annotated report, whatever formats there are', async () => {
  const result = await exportReport(smallCase(null).request);
  if (!result.ok) throw new Error(result.error.message);
  const golden = await readFile(new URL('golden/report.html', folder), 'utf8');
  expect(result.value.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([golden]);
});

test('a format that there is not is refused by name', async () => {
  const result = await exportReport(smallCase('docx').request);
  expect(result).toMatchObject({ ok: false, error: { code: 'export/unknown-format' } });
  if (!result.ok) expect(result.error.message).toMatch(/“docx”.*html, pdf, csv and json/);
});

test('exporting nothing is refused', async () => {
  const { build } = smallCase('html');
  const result = await exportReport(requestFor(build, [], 'html'));
  expect(result).toMatchObject({ ok: false, error: { code: 'export/nothing-chosen' } });
});

test('exporting a document that is gone is refused', async () => {
  const gone = DocumentId.parse('document-00000000-0000-7000-8000-ffffffffffff');
  const result = await exportReport(requestFor(new CaseBuilder(), [gone], 'csv'));
  expect(result).toMatchObject({ ok: false, error: { code: 'command/missing' } });
});
