import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diff } from '../../../domain/core/diff.ts';
import { journalStart, readLine, sealLine } from '../journal/journal-line.ts';
import { closedCase, journalFile, spoil } from '../testing/spoiled-case.ts';
import {
  importText,
  layoutOf,
  reopen,
  run,
  temporaryCase,
  valueOf,
} from '../testing/temporary-case.ts';
import { noOldLines } from '../journal/old-lines.ts';

async function findingsIn(path: string) {
  const store = await reopen(path, { readOnly: true });
  return valueOf(await store.verify()).findings;
}

test('a case in order has no findings, while it is worked on and afterwards', async () => {
  const store = await temporaryCase();
  const document = await importText(store, 'NATO left Baghdad.');
  const running = Array.from({ length: 30 }, () =>
    run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] }),
  );
  const during = valueOf(await store.verify());
  await Promise.all(running);
  expect(during.findings).toEqual([]);
  const after = valueOf(await store.verify());
  expect(after).toEqual({
    ...{ changes: 32, head: store.head, documents: 1, quotes: 30 },
    ...{ findings: [], recovery: null, strangers: [] },
  });
  await store.close();
  expect(await findingsIn(store.path)).toEqual([]);
});

test.each(['texts', 'layouts', 'originals'])(
  'a file in %s that is altered or missing is found',
  async (folder) => {
    const path = await closedCase();
    const [name = ''] = await readdir(join(path, folder));
    await spoil(path, join(folder, name), (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
    expect((await findingsIn(path)).map(({ place }) => place)).toEqual([`${folder}/${name}`]);
    for (const gone of [join(folder, name), folder]) {
      await rm(join(path, gone), { recursive: true });
      expect((await findingsIn(path)).map(({ place }) => place)).toEqual([`${folder}/${name}`]);
    }
  },
);

test('a damaged line that opening has no need to read is found', async () => {
  const path = await closedCase();
  await spoil(path, journalFile, (bytes) => {
    const changed = Buffer.from(bytes);
    changed[20] = (changed[20] ?? 0) ^ 1;
    return changed;
  });
  const [finding] = await findingsIn(path);
  expect(finding?.place).toBe('journal/000001.jsonl, line 1');
});

test('a checkpoint that is damaged, or says something else with a hash that fits, is found', async () => {
  const path = await closedCase();
  const [name = ''] = await readdir(join(path, 'documents'));
  const place = `documents/${name}`;
  const intact = await readFile(join(path, place));
  const text = intact.toString('utf8').replace('"title":"NATO left Baghdad."', '"title":"Another"');
  const body = Buffer.from(text.slice(text.indexOf('\n') + 1));
  const hash = createHash('sha256').update(body).digest('hex');
  await writeFile(join(path, place), Buffer.concat([Buffer.from(`{"hash":"${hash}",\n`), body]));
  const store = await reopen(path, { readOnly: true });
  expect(valueOf(await store.verify())).toMatchObject({
    findings: [{ place }],
    recovery: { outcome: 'reported', found: [{ file: place, problem: 'unchained' }] },
  });
  await writeFile(join(path, place), intact.subarray(0, -5));
  expect((await findingsIn(path)).map((finding) => finding.place)).toEqual([place]);
});

test('files that are not the case’s are named, and are no damage', async () => {
  const path = await closedCase();
  const strangers = [
    ...['case (1).json', 'documents/notes.txt', 'journal/000001 (conflicted copy).jsonl'],
    ...['layouts/a.json', 'originals/scan.pdf', 'texts/a.json'],
  ];
  const passedOver = ['.DS_Store', 'texts/Thumbs.db', 'damaged-2026', 'case.json.1.unfinished'];
  for (const name of [...strangers, ...passedOver]) await writeFile(join(path, name), 'x');
  const verified = valueOf(await (await reopen(path, { readOnly: true })).verify());
  expect(verified).toMatchObject({ findings: [], recovery: null, strangers });
});

test('pages that speak of more than their text are found', async () => {
  const store = await temporaryCase();
  const document = await importText(store, 'Short', { pages: layoutOf('Not so short') });
  expect(valueOf(await store.verify()).findings).toEqual([
    { place: document, problem: 'Its pages speak of more than its text.' },
  ]);
});

test('a quote that its text does not say is found', async () => {
  const path = await closedCase();
  // Lines that no command would write, in a chain that is right: as a program with a bug would leave them.
  const text = await readFile(join(path, journalFile), 'utf8');
  let mark = journalStart;
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const read = readLine(Buffer.from(line), noOldLines);
      if (read === null) throw new Error('Not a line');
      const diff = JSON.stringify(read.diff).replaceAll('"exact":"left"', '"exact":"kept"');
      const sealed = sealLine(mark, { ...read, diff: Diff.parse(JSON.parse(diff)) });
      mark = sealed.mark;
      return sealed.bytes;
    });
  await writeFile(join(path, journalFile), Buffer.concat(lines));
  await rm(join(path, 'case.json'));
  const quotes = (await findingsIn(path)).filter(({ place }) => place !== 'case.json');
  expect(quotes).toEqual([
    {
      place: expect.stringMatching(/^highlight-/) as unknown,
      problem: expect.stringContaining('kept') as unknown,
    },
  ]);
});
