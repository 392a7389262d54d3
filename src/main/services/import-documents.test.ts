import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ImportProgress } from '../../contract/imports.ts';
import { appError } from '../../contract/errors.ts';
import type { OneOrMore } from '../../domain/core/one-or-more.ts';
import { err, ok } from '../../domain/core/result.ts';
import { type ImportPool, createImportPool } from '../formats/documents/import-worker-pool.ts';
import type { ReadDocument } from '../formats/documents/read-document.ts';
import type { CaseStore } from '../store/case-store.ts';
import { immutableParts } from '../store/disk/case-folder.ts';
import { codeOf, layoutOf, run, temporaryCase, valueOf } from '../store/testing/temporary-case.ts';
import { type ImportInput, importDocuments } from './import-documents.ts';
import { bytesInput } from './import-inputs.ts';
import { largeText } from './testing/large-text.ts';

// A worker has to start, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

async function setUp(): Promise<{ store: CaseStore; pool: ImportPool }> {
  const pool = createImportPool({
    workerPath: new URL('../formats/documents/worker.ts', import.meta.url),
  });
  onTestFinished(() => pool.close());
  return { store: await temporaryCase(), pool };
}

function filesOf(store: CaseStore): Promise<string[][]> {
  return Promise.all(immutableParts.map((name) => readdir(join(store.path, name))));
}

/** A document as an importer reads it from a page. */
function onPage(text: string, format = 'text'): ReadDocument {
  return {
    ...{ format, encoding: 'utf-8', layout: layoutOf(text), publisher: null },
    text: { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
    metadata: { title: text.slice(0, 20), authors: [], date: null, language: null, url: null },
  };
}

const mail: OneOrMore<ReadDocument> = [
  onPage('The letter.', 'mail'),
  onPage('What was attached.', 'mail'),
  onPage('What else was attached.', 'mail'),
];

/** A pool that reads every file as these documents. */
function reading(documents: OneOrMore<ReadDocument>): ImportPool {
  return { read: () => Promise.resolve(ok(documents)), close: () => Promise.resolve() };
}

function importing(
  store: CaseStore,
  pool: ImportPool,
  inputs: readonly ImportInput[],
  signal = new AbortController().signal,
) {
  return importDocuments({ store, pool, inputs, signal, onProgress: () => undefined });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test('a cancelled import leaves nothing, not even what was stored before', async () => {
  const { store, pool } = await setUp();
  const controller = new AbortController();
  const stored: string[][][] = [];
  const last: ImportInput = {
    name: 'last.txt',
    load: async () => {
      stored.push(await filesOf(store));
      controller.abort();
      return bytesInput('last.txt', largeText).load();
    },
  };
  const inputs = [bytesInput('large.txt', largeText), last];
  const report = valueOf(await importing(store, pool, inputs, controller.signal));
  expect(stored).toMatchObject([[[expect.any(String)], [], [expect.any(String)]]]);
  expect(report).toMatchObject({ cancelled: true });
  expect(await filesOf(store)).toEqual([[], [], []]);
  expect(store.view.count('document')).toBe(0);
});

test('an import that is cancelled while its last files are stored adds nothing', async () => {
  const store = await temporaryCase();
  const controller = new AbortController();
  const pool = reading(mail);
  const read: ImportPool['read'] = (...task) => {
    // Storing goes to the disk, which answers after this.
    setImmediate(() => {
      controller.abort();
    });
    return pool.read(...task);
  };
  const file = bytesInput('Mail.eml', bytesOf('A mail'));
  const report = await importing(store, { ...pool, read }, [file], controller.signal);
  expect(valueOf(report)).toMatchObject({ cancelled: true });
  expect(await filesOf(store)).toEqual([[], [], []]);
  expect(store.view.count('document')).toBe(0);
});

test('content that comes without a file has the same limit of size', async () => {
  expect(await bytesInput('huge.txt', new Uint8Array(64_000_001)).load()).toMatchObject({
    error: { code: 'import/too-large', facts: { name: 'huge.txt', size: 64_000_001 } },
  });
});

test('a file comes with all of its documents, in one change, and is kept once', async () => {
  const store = await temporaryCase();
  const file = bytesInput('Mail.eml', bytesOf('A mail'));
  const report = valueOf(await importing(store, reading(mail), [file]));
  const documents = [...store.view.all('document')];
  expect(report.outcomes).toEqual([
    { name: 'Mail.eml', status: 'imported', documents: documents.map(({ id }) => id) },
  ]);
  expect(documents.map(({ title }) => title)).toEqual(mail.map(({ metadata }) => metadata.title));
  expect(store.seq).toBe(2);
  for (const [index, { id, format, fileName }] of documents.entries()) {
    expect([format, fileName]).toEqual(['mail', 'Mail.eml']);
    expect(valueOf(await store.readText(id))).toEqual(mail[index]?.text);
    expect(valueOf(await store.readLayout(id))).toEqual(mail[index]?.layout);
  }
  expect((await filesOf(store)).map((names) => names.length)).toEqual([3, 3, 1]);
  expect(valueOf(await store.verify()).findings).toEqual([]);
});

test('a file that comes twice, or again, is known by all that the case has of it', async () => {
  const store = await temporaryCase();
  const file = bytesInput('mail.eml', bytesOf('A mail'));
  const copy = bytesInput('copy.eml', bytesOf('A mail'));
  const { outcomes } = valueOf(await importing(store, reading(mail), [file, copy]));
  const [letter, attached, other] = [...store.view.all('document')].map(({ id }) => id);
  const all = [letter, attached, other];
  expect(outcomes).toEqual([
    { name: 'mail.eml', status: 'imported', documents: all },
    { name: 'copy.eml', status: 'known', documents: all },
  ]);
  await run(store, 'document/remove', { documents: attached === undefined ? [] : [attached] });
  const again = valueOf(await importing(store, reading(mail), [file]));
  expect(again.outcomes).toMatchObject([{ status: 'known', documents: [letter, other] }]);
  expect(store.view.count('document')).toBe(2);
});

test('an import that cannot be stored whole leaves nothing of its documents', async () => {
  const store = await temporaryCase();
  // A folder in the place of its original makes the system refuse the second file.
  const name = `${createHash('sha256').update('Refused').digest('hex')}.eml`;
  await mkdir(join(store.path, 'originals', name));
  const inputs = ['A mail', 'Refused'].map((text) => bytesInput('mail.eml', bytesOf(text)));
  expect(codeOf(await importing(store, reading(mail), inputs))).toBe('store/write-failed');
  expect(await filesOf(store)).toEqual([[], [], [name]]);
  expect(store.view.count('document')).toBe(0);
});

test('an import that is cancelled after documents with pages were stored leaves none of them', async () => {
  const store = await temporaryCase();
  const controller = new AbortController();
  const last: ImportInput = {
    name: 'last.eml',
    load: async () => {
      expect((await filesOf(store)).map((names) => names.length)).toEqual([3, 3, 1]);
      controller.abort();
      return bytesInput('last.eml', bytesOf('Another')).load();
    },
  };
  const inputs = [bytesInput('large.eml', largeText), last];
  const report = await importing(store, reading(mail), inputs, controller.signal);
  expect(valueOf(report)).toMatchObject({ cancelled: true });
  expect(await filesOf(store)).toEqual([[], [], []]);
});

test.each([
  ['page.HTM', 'html', '.htm'],
  ['page', 'html', '.html'],
  ['page.not-an-extension', 'html', '.html'],
  ['readme', 'markdown', '.md'],
  ['thing', 'hologram', '.bin'],
])('the original of %s, read as %s, is kept with %s', async (name, format, extension) => {
  const store = await temporaryCase();
  const file = bytesInput(name, bytesOf('A file'));
  valueOf(await importing(store, reading([onPage('A file', format)]), [file]));
  const [, , originals = []] = await filesOf(store);
  expect(originals.map((original) => extname(original))).toEqual([extension]);
});

test('of a cancelled import what failed or was known already stays true, and the rest is cancelled', async () => {
  const store = await temporaryCase();
  const pool = reading(mail);
  const known = bytesInput('known.eml', bytesOf('A mail'));
  valueOf(await importing(store, pool, [known]));
  const documents = [...store.view.all('document')].map(({ id }) => id);
  const error = appError('import/vanished', { name: 'gone.eml' });
  const controller = new AbortController();
  const last: ImportInput = {
    name: 'last.eml',
    load: () => {
      controller.abort();
      return Promise.resolve(ok(bytesOf('The last')));
    },
  };
  const never: ImportInput = { name: 'never.eml', load: () => Promise.reject(new Error('loaded')) };
  const inputs: ImportInput[] = [
    { name: 'gone.eml', load: () => Promise.resolve(err(error)) },
    ...[known, bytesInput('read.eml', bytesOf('Another')), last, never],
  ];
  const told: ImportProgress[] = [];
  const { signal } = controller;
  const onProgress = (progress: ImportProgress) => told.push(progress);
  const report = await importDocuments({ store, pool, inputs, signal, onProgress });
  expect(valueOf(report)).toEqual({
    cancelled: true,
    outcomes: [
      { name: 'gone.eml', status: 'failed', error },
      { name: 'known.eml', status: 'known', documents },
      ...['read.eml', 'last.eml', 'never.eml'].map((name) => ({
        ...{ name, status: 'failed', error: appError('import/cancelled', { name }) },
      })),
    ],
  });
  expect(told).toEqual(
    ['gone.eml', 'known.eml', 'read.eml', 'last.eml'].map((current, done) => ({
      ...{ done, total: 5, current },
    })),
  );
  expect(store.view.count('document')).toBe(documents.length);
});

test('a file that cannot be read is told of, and hinders no other', async () => {
  const store = await temporaryCase();
  const error = appError('import/no-text', { name: 'empty.txt' });
  const items: Parameters<ImportPool['read']>[0][] = [];
  const pool: ImportPool = {
    ...reading([onPage('Words.')]),
    read: (item) => {
      items.push(item);
      return Promise.resolve(item.name === 'empty.txt' ? err(error) : ok([onPage('Words.')]));
    },
  };
  const inputs = [
    bytesInput('empty.txt', bytesOf('.')),
    bytesInput('words.txt', bytesOf('Words.')),
  ];
  const pasted = { ...bytesInput('pasted', bytesOf('<b>Words</b>')), mediaType: 'text/html' };
  const { outcomes } = valueOf(await importing(store, pool, [...inputs, pasted]));
  expect(outcomes).toMatchObject([
    { name: 'empty.txt', status: 'failed', error },
    { name: 'words.txt', status: 'imported' },
    { name: 'pasted', status: 'imported' },
  ]);
  expect(items.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['empty.txt', undefined],
    ['words.txt', undefined],
    ['pasted', 'text/html'],
  ]);
});

test('an import of nothing that is new adds no change', async () => {
  const store = await temporaryCase();
  const { seq } = store;
  const gone = err(appError('import/vanished', { name: 'gone.txt' }));
  const inputs = [{ name: 'gone.txt', load: () => Promise.resolve(gone) }];
  expect(valueOf(await importing(store, reading(mail), inputs))).toMatchObject({
    cancelled: false,
  });
  expect(store.seq).toBe(seq);
});
