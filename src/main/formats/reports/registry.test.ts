import { access, readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CaseBuilder } from '../../../domain/analysis/fixture.ts';
import { DocumentId } from '../../../domain/core/ids.ts';
import { requestFor, smallCase } from './fixture.ts';
import { exportReport, exporters } from './registry.ts';

const folder = new URL('.', import.meta.url);

// A changed golden file is approved with `vitest --update=all`; a new one starts as an empty file.
test.each(Object.keys(exporters))(
  '%s has a golden file for each file it writes',
  async (format) => {
    const exporter = Object.values(exporters).find((each) => each.format === format);
    if (exporter === undefined) throw new Error(`No exporter calls itself ${format}`);
    const result = exportReport(smallCase(exporter.format).request);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.length).toBeGreaterThan(0);
    for (const { name, bytes, mediaType } of result.value) {
      expect(mediaType).not.toBe('');
      const golden = new URL(`golden/${name}`, folder).pathname;
      await access(golden);
      await expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatchFileSnapshot(
        golden,
      );
    }
  },
);

test('each exporter has a test of its own', async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.test\.tsx?$/.test(name),
  );
  const own = names.filter((name) => !name.startsWith('registry.'));
  const texts = await Promise.all(own.map((name) => readFile(new URL(name, folder), 'utf8')));
  for (const format of Object.keys(exporters)) {
    expect(texts.some((text) => text.includes(`smallCase('${format}')`))).toBe(true);
  }
});

test('exporting nothing is refused', () => {
  const { build } = smallCase('html');
  const result = exportReport(requestFor(build, [], 'html'));
  expect(result).toMatchObject({ ok: false, error: { code: 'export/nothing-chosen' } });
});

test('exporting a document that is gone is refused', () => {
  const gone = DocumentId.parse('document-00000000-0000-7000-8000-ffffffffffff');
  const result = exportReport(requestFor(new CaseBuilder(), [gone], 'csv'));
  expect(result).toMatchObject({ ok: false, error: { code: 'command/missing' } });
});
