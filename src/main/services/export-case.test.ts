import { expect, test, vi } from 'vitest';
import { appError } from '../../contract/errors.ts';
import { err, ok } from '../../domain/core/result.ts';
import { reportFormats } from '../formats/reports/formats.ts';
import type { ReportFormat } from '../formats/reports/format.ts';
import { codeOf, importText, temporaryCase, valueOf } from '../store/testing/temporary-case.ts';
import { type ExportMeans, exportCase } from './export-case.ts';

const files = ['one', 'two'].map((name) => ({ name, bytes: new TextEncoder().encode(name) }));

/** A program that makes these two files of every job, and prints by putting letters in capitals. */
function someMeans() {
  const print = (html: string) => Promise.resolve(ok(new TextEncoder().encode(html.toUpperCase())));
  return {
    version: '1.2.3',
    export: vi.fn<ExportMeans['export']>().mockResolvedValue(ok(files)),
    print: vi.fn<ExportMeans['print']>(print),
  };
}

function aFormat(isPrinted: boolean): ReportFormat {
  const format = reportFormats.find(({ print }) => print === isPrinted);
  if (format === undefined) throw new Error('There is no such format');
  return format;
}

test('a job has all records of the case, the texts that are wanted, and which state they are of', async () => {
  const store = await temporaryCase();
  const [first, second] = [await importText(store, 'One.'), await importText(store, 'Two.')];
  const means = someMeans();
  const format = aFormat(false);
  expect(valueOf(await exportCase(means, { store, documents: [second], format }))).toBe(files);
  const [[job] = []] = means.export.mock.calls;
  expect(job).toEqual({
    records: [...store.view.records()],
    texts: [[second, valueOf(await store.readText(second))]],
    documents: [second],
    format: format.id,
    state: { seq: store.seq, hash: store.head.slice(0, 16) },
    at: new Date(job?.at ?? '').toISOString(),
    generator: 'Assay 1.2.3',
  });
  expect(job?.records.some(({ id }) => id === first)).toBe(true);
  expect(means.print).not.toHaveBeenCalled();
});

test('the page that is previewed is of no format, and not printed', async () => {
  const means = someMeans();
  const order = { store: await temporaryCase(), documents: [], format: null };
  expect(valueOf(await exportCase(means, order))).toBe(files);
  expect(means.export.mock.calls).toMatchObject([[{ format: null }]]);
  expect(means.print).not.toHaveBeenCalled();
});

test('each page of a format that is printed is printed under its name', async () => {
  const order = { store: await temporaryCase(), documents: [], format: aFormat(true) };
  const printed = valueOf(await exportCase(someMeans(), order));
  expect(printed.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['one', 'ONE'],
    ['two', 'TWO'],
  ]);
});

test('what hinders a text, the files or a print is the answer', async () => {
  const store = await temporaryCase();
  const error = appError('export/no-window-runtime', { reason: 'it has no window' });
  const order = { store, documents: [], format: aFormat(true) };
  const unprinted = { ...someMeans(), print: () => Promise.resolve(err(error)) };
  expect(await exportCase(unprinted, order)).toEqual(err(error));
  const unmade = { ...someMeans(), export: () => Promise.resolve(err(error)) };
  expect(await exportCase(unmade, order)).toEqual(err(error));
  const means = someMeans();
  const elsewhere = await importText(await temporaryCase(), 'Of another case.');
  const refused = await exportCase(means, { ...order, documents: [elsewhere] });
  expect(codeOf(refused)).toBe('command/missing');
  expect(means.export).not.toHaveBeenCalled();
});
