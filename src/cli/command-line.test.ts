import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCase, openCase } from '../main/store/case-store.ts';
import { exitCodes } from './exit-codes.ts';
import { run, temporaryFolder } from './test-run.ts';

const uuid = expect.stringMatching(/^[a-z]+-[0-9a-f-]{36}$/) as string;
const article = '# Fire before blast\n\nThe warehouse burned, a harbour official said.\n';
const page =
  '<!doctype html><meta property="og:site_name" content="The Courier"><title>Second</title><article><p>Smoke was seen.</p></article>';

let shared: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let casePath: string;

// Starting the import worker is what takes time here, so a case with documents is made once.
beforeAll(async () => {
  shared = await temporaryFolder();
  const path = join(shared.path, 'case');
  await mkdir(join(shared.path, 'press'));
  await writeFile(join(shared.path, 'press', 'a.md'), article);
  await writeFile(join(shared.path, 'press', 'b.html'), page);
  await run(['new', path, '--name', 'Harbour fire']);
  await run(['import', path, join(shared.path, 'press')]);
});

afterAll(() => shared.remove());

beforeEach(async () => {
  folder = await temporaryFolder();
  casePath = join(folder.path, 'Harbour fire.assay');
});

afterEach(() => folder.remove());

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
}

async function caseWithTwoDocuments(): Promise<void> {
  await cp(join(shared.path, 'case'), casePath, { recursive: true });
}

describe('assay new', () => {
  it('makes a case that is called like its folder', async () => {
    const made = await run(['new', casePath]);
    expect(made).toMatchObject({ code: 0, complaints: '' });
    expect(made.out).toBe(`Created the case “Harbour fire” in ${casePath}\n`);
    const opened = await openCase(casePath, { readOnly: true, analyst: 'Another' });
    expect(opened.ok && [...opened.value.view.all('analyst')].map(({ name }) => name)).toEqual([
      'Test analyst',
    ]);
  });

  it('takes a name and an analyst, and answers in JSON', async () => {
    const args = ['new', casePath, '--name', 'Pier 4', '--analyst', 'I. Maar', '--json'];
    const made = await run(args);
    expect(made.json()).toEqual({ case: { id: uuid, name: 'Pier 4', path: casePath } });
    const opened = await openCase(casePath, { readOnly: true, analyst: 'Another' });
    expect(opened.ok && [...opened.value.view.all('analyst')].map(({ name }) => name)).toEqual([
      'I. Maar',
    ]);
  });

  it('leaves alone what is already there', async () => {
    await mkdir(casePath);
    await writeFile(join(casePath, 'letter.txt'), 'mine');
    const refused = await run(['new', casePath]);
    expect(refused.code).toBe(exitCodes.failed.code);
    expect(refused.complaints).toContain('already something');
    expect(await readdir(casePath)).toEqual(['letter.txt']);
  });
});

describe('assay import', () => {
  it('goes on past bad files, names each, and says so with its exit code', async () => {
    await run(['new', casePath]);
    const good = await file('a.md', article);
    const empty = await file('empty.txt', '');
    const binary = await file('binary.txt', new Uint8Array([0, 1, 2, 255, 0, 3, 0, 0]));
    const missing = join(folder.path, 'missing.txt');
    const imported = await run(['import', casePath, empty, missing, binary, good]);
    expect(imported.code).toBe(exitCodes.someNotImported.code);
    expect(imported.out).toBe(
      [
        `not imported: ${empty}`,
        `not imported: ${missing}`,
        `not imported: ${binary}`,
        `imported: ${good}`,
        '1 document imported, 3 not imported.',
        '',
      ].join('\n'),
    );
    const complaints = imported.complaints.trimEnd().split('\n');
    expect(complaints).toHaveLength(3);
    expect(complaints[0]).toContain('“empty.txt” is empty');
    expect(complaints[1]).toContain('“missing.txt” is no longer where');
    expect(complaints[2]).toContain('“binary.txt” is not text');
  });

  it('imports the files of folders and recognises what it knows', async () => {
    await run(['new', casePath]);
    await mkdir(join(folder.path, 'press', 'inner'), { recursive: true });
    const first = await file('press/2.md', article);
    const second = await file('press/inner/1.html', page);
    await file('press/.hidden.txt', 'not for import');
    const imported = await run(['import', casePath, join(folder.path, 'press'), first, '--json']);
    expect(imported.code).toBe(0);
    expect(imported.json()).toEqual({
      ...{ imported: 2, documents: 2, known: 1, failed: 0, interrupted: false, notices: [] },
      files: [
        { path: first, status: 'imported', document: uuid, documents: [uuid] },
        { path: second, status: 'imported', document: uuid, documents: [uuid] },
        { path: first, status: 'known', document: uuid, documents: [uuid] },
      ],
    });
  });

  it('adds nothing when it is interrupted', async () => {
    await run(['new', casePath]);
    const good = await file('a.md', article);
    const imported = await run(['import', casePath, good], {
      interruption: () => AbortSignal.abort(),
    });
    expect(imported.code).toBe(exitCodes.interrupted.code);
    expect(imported.complaints).toContain('interrupted');
    expect((await run(['list', casePath, 'documents'])).out).toContain('There are no documents');
  });

  it('refuses a case that is open elsewhere, which can still be listed', async () => {
    const open = await createCase(casePath, { name: 'Harbour fire', analyst: 'Somebody' });
    const good = await file('a.md', article);
    const refused = await run(['import', casePath, good, '--json']);
    expect(refused.code).toBe(exitCodes.locked.code);
    expect(refused.json()).toMatchObject({ error: { code: 'store/locked' } });
    expect((await run(['list', casePath, 'documents'])).code).toBe(0);
    if (open.ok) await open.value.close();
    expect((await run(['import', casePath, good])).code).toBe(0);
  });
});

describe('assay list', () => {
  it('lists documents with the ids that export takes', async () => {
    await caseWithTwoDocuments();
    const listed = await run(['list', casePath, 'documents']);
    const lines = listed.out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^ID +DATE +FORMAT +HIGHLIGHTS +CLAIMS +TITLE$/);
    expect(lines[1]).toMatch(/^document-[0-9a-f-]{36} +– +markdown +0 +0 +Fire before blast$/);
  });

  it('gives machines every field of every kind', async () => {
    await caseWithTwoDocuments();
    await makeAClaim();
    const documents = await run(['list', casePath, 'documents', '--json']);
    expect(documents.json()).toMatchObject({
      case: { name: 'Harbour fire', path: casePath },
      documents: [
        { title: 'Fire before blast', publisher: null, format: 'markdown', claims: 0 },
        { title: 'Second', publisher: 'The Courier', highlights: 1, claims: 1 },
      ],
      notices: [],
    });
    const claims = await run(['list', casePath, 'claims', '--json']);
    expect(claims.json()).toMatchObject({
      claims: [
        {
          number: 'C1',
          statement: 'There was smoke',
          documentTitle: 'Second',
          attribution: 'The Courier (on record)',
          attributionNumbers: ['S1'],
          origin: 'The Courier',
          credibility: '2',
          reliability: null,
          verdict: 'open',
          eventTime: '2026-03-10',
          tags: [],
        },
      ],
    });
    const sources = await run(['list', casePath, 'sources', '--json']);
    expect(sources.json()).toMatchObject({
      sources: [
        { number: 'S1', name: 'The Courier', kind: 'outlet', originated: 1, trackRecordMean: null },
      ],
    });
    expect((await run(['list', casePath, 'claims'])).out).toMatch(
      /^C1 +claim-\S+ +–2 +open +asserted +There was smoke\n$/m,
    );
  });
});

async function makeAClaim(): Promise<void> {
  const opened = await openCase(casePath, { readOnly: false, analyst: 'Test analyst' });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const document = [...store.view.all('document')].find(({ title }) => title === 'Second')?.id;
  const claimed = await store.run('claim/create', {
    on: { document, ranges: [{ start: 0, end: 5 }] },
    statement: 'There was smoke',
    eventTime: { edtf: '2026-03-10', anchor: null },
  });
  const [claim] = store.view.all('claim');
  const rated = await store.run('rating/add', {
    subjects: [claim?.id],
    scale: 'admiralty-credibility',
    value: '2',
  });
  await store.close();
  expect([claimed.ok, rated.ok]).toEqual([true, true]);
}

describe('assay export', () => {
  it('writes the report on all documents, and on those that are named', async () => {
    await caseWithTwoDocuments();
    const out = join(folder.path, 'report.html');
    const whole = await run(['export', casePath, '--format', 'html', '--out', out]);
    expect(whole).toMatchObject({ code: 0, out: `Wrote ${out}\n2 documents exported.\n` });
    expect(await readFile(out, 'utf8')).toContain('The warehouse burned');
    const { documents } = (await run(['list', casePath, 'documents', '--json'])).json() as {
      documents: { id: string }[];
    };
    const second = documents[1]?.id ?? '';
    const args = ['export', casePath, '--format', 'html', '--out', out, '--documents', second];
    expect((await run([...args, '--json'])).json()).toEqual({
      ...{ format: 'html', documents: [second], files: [out], notices: [] },
    });
    expect(await readFile(out, 'utf8')).not.toContain('The warehouse burned');
    expect(await readFile(out, 'utf8')).toContain('Smoke was seen');
  });

  it('writes three tables as CSV and one file as JSON', async () => {
    await caseWithTwoDocuments();
    const csv = ['export', casePath, '--format', 'csv', '--out', join(folder.path, 't.csv')];
    expect((await run(csv)).code).toBe(0);
    expect(await readFile(join(folder.path, 't sources.csv'), 'utf8')).toContain('The Courier');
    expect(await readdir(folder.path)).toContain('t claims.csv');
    expect(await readFile(join(folder.path, 't about.csv'), 'utf8')).toMatch(
      /"program","Assay 9\.8\.7"\r\n"last_change",2\r\n"head","[0-9a-f]{16}"\r\n"documents",2\r\n/,
    );
    const json = join(folder.path, 't.json');
    expect((await run(['export', casePath, '--format', 'json', '--out', json])).code).toBe(0);
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
      made: { by: 'Assay 9.8.7' },
      documents: [{ fileName: 'a.md' }, { fileName: 'b.html' }],
    });
  });

  it('replaces the file that is named, and files that are not only by force', async () => {
    await caseWithTwoDocuments();
    const sources = join(folder.path, 't sources.csv');
    await writeFile(sources, 'precious');
    const csv = ['export', casePath, '--format', 'csv', '--out', join(folder.path, 't.csv')];
    const refused = await run(csv);
    expect(refused).toMatchObject({ code: exitCodes.failed.code, out: '' });
    expect(refused.complaints).toMatch(/^“t sources\.csv” is there already.*\nWith --force .*\n$/);
    expect((await run([...csv, '--json'])).json()).toMatchObject({
      error: { code: 'export/exists', facts: { names: ['t sources.csv'] } },
    });
    expect(await readFile(sources, 'utf8')).toBe('precious');
    expect(await readdir(folder.path)).not.toContain('t claims.csv');
    expect((await run([...csv, '--force'])).code).toBe(0);
    expect(await readFile(sources, 'utf8')).toContain('The Courier');
    const json = join(folder.path, 't.json');
    await writeFile(json, 'old');
    expect((await run(['export', casePath, '--format', 'json', '--out', json])).code).toBe(0);
    expect(await readFile(json, 'utf8')).not.toBe('old');
  });

  it('says that PDF needs the window’s runtime where there is none', async () => {
    await caseWithTwoDocuments();
    const out = join(folder.path, 'report.pdf');
    const refused = await run(['export', casePath, '--format', 'pdf', '--out', out]);
    expect(refused.code).toBe(exitCodes.noWindowRuntime.code);
    expect(refused.complaints).toMatch(/^PDF needs the window's runtime.*Export HTML.*\n$/);
    expect(await readdir(folder.path)).not.toContain('report.pdf');
  });

  it('refuses ids that the case does not have, and a case without documents', async () => {
    await run(['new', casePath]);
    const args = ['export', casePath, '--format', 'html', '--out', join(folder.path, 'r.html')];
    const unknown = await run([...args, '--documents', 'document-1']);
    expect(unknown.code).toBe(exitCodes.usage.code);
    expect(unknown.complaints).toContain('“document-1”');
    const empty = await run([...args, '--json']);
    expect(empty.code).toBe(exitCodes.failed.code);
    expect(empty.json()).toMatchObject({ error: { code: 'export/nothing-chosen' } });
  });

  it('says what kept it from writing', async () => {
    await caseWithTwoDocuments();
    const out = join(folder.path, 'no such folder', 'r.html');
    const refused = await run(['export', casePath, '--format', 'html', '--out', out]);
    expect(refused.code).toBe(exitCodes.failed.code);
    expect(refused.complaints).toContain(out);
  });
});

describe('the exit code', () => {
  it('tells a missing case from a folder that is none', async () => {
    const missing = await run(['list', casePath, 'claims', '--json']);
    expect(missing.code).toBe(exitCodes.notACase.code);
    expect(missing.json()).toMatchObject({ error: { code: 'store/not-found' } });
    await mkdir(casePath);
    const none = await run(['verify', casePath]);
    expect(none.code).toBe(exitCodes.notACase.code);
    expect(none).toMatchObject({ out: '' });
    expect(none.complaints).toContain('is not an Assay case');
  });

  it('tells a case of a newer Assay, which can be read but not changed', async () => {
    await caseWithTwoDocuments();
    const path = join(casePath, 'case.json');
    const checkpoint = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...checkpoint, format: 99 }));
    const refused = await run(['import', casePath, await file('c.md', article)]);
    expect(refused.code).toBe(exitCodes.newerFormat.code);
  });

  it.each([
    [[], 'Usage: assay'],
    [['weigh'], 'weigh'],
    [['new'], 'case'],
    [['list', 'x', 'hypotheses'], 'documents, claims, sources'],
    [['export', 'x', '--out', 'y'], '--format'],
    [['import', 'x', 'y', '--force'], '--force'],
  ])('tells wrong usage: assay %j', async (args, hint) => {
    const refused = await run(args);
    expect(refused.code).toBe(exitCodes.usage.code);
    expect(refused.complaints).toContain(hint);
    expect(refused.out).toBe('');
  });
});
