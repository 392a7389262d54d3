import { createHash } from 'node:crypto';
import {
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../contract/errors.ts';
import { emptyReport } from '../../../contract/recovery.ts';
import { openCase } from '../case-store.ts';
import {
  closedCase,
  copyOf,
  fingerprint,
  flipped,
  journalFile,
  linesOf,
  resealed,
  spoil,
  writeLines,
} from '../testing/spoiled-case.ts';
import {
  codeOf,
  importText,
  allRecords,
  reopen,
  run,
  temporaryCase,
  valueOf,
} from '../testing/temporary-case.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const writing = { readOnly: false, analyst: 'Ada' };

describe('a damaged journal', () => {
  test('is named with file and line, and nothing is changed', async () => {
    const path = await closedCase();
    await rm(join(path, 'case.json'));
    const lines = await linesOf(path);
    for (const [index, line] of lines.slice(0, -1).entries()) {
      // Altered, left out, and altered with a hash of its own that fits: then the next line gives it away.
      const spoilt: [number, Buffer[]][] = [
        [index + 1, [flipped(line)]],
        [index + 1, []],
        [index + 2, [resealed(line, /"label":"[^"]*"/, '"label":"Something else"')]],
      ];
      for (const [place, replacement] of spoilt) {
        const copy = await copyOf(path);
        const content = [...lines.slice(0, index), ...replacement, ...lines.slice(index + 1)];
        await writeLines(copy, content);
        const before = await fingerprint(copy);
        expect(await openCase(copy, writing)).toMatchObject({
          error: {
            code: 'store/recoverable',
            facts: { place: `journal/000001.jsonl, line ${place}` },
          },
        });
        expect(await fingerprint(copy)).toEqual(before);
      }
    }
  });

  test('that ends before the checkpoints do is damage', async () => {
    const path = await closedCase();
    await writeLines(path, (await linesOf(path)).slice(0, -1));
    expect(await damageOf(path)).toEqual([
      'store/recoverable',
      'journal (it ends at change 4; case.json is of change 5)',
    ]);
  });

  test.each(['older', 'missing'])(
    'that ends before the checkpoints of documents do, with an index that is %s, is damage',
    async (which) => {
      const path = await closedCase();
      const old = await copyOf(path);
      const again = await reopen(path);
      // What `case.json` of before does not list shows it as well as what it lists.
      await importText(again, 'NATO stayed in Kabul.');
      await again.close();
      const [kept = ''] = await readdir(join(old, 'documents'));
      for (const name of ['case.json', journalFile])
        await rename(join(old, name), join(path, name));
      if (which === 'missing') await rm(join(path, 'case.json'));
      const before = await fingerprint(path);
      const [added = ''] = (await readdir(join(path, 'documents'))).filter(
        (name) => !name.startsWith(kept),
      );
      expect(await damageOf(path)).toEqual([
        'store/recoverable',
        `journal (it ends at change 5; documents/${added} is of change 6)`,
      ]);
      const looked = await reopen(path, { readOnly: true, recover: true });
      expect(valueOf(await looked.verify())).toMatchObject({
        ...{ documents: 2, recovery: { outcome: 'recoverable' } },
        findings: expect.arrayContaining([
          { place: journalFile, problem: expect.stringContaining('ends too early') as unknown },
        ]) as unknown,
      });
      expect(await fingerprint(path)).toEqual(before);
      const store = await reopen(path, { recover: true });
      expect(store.view.count('document')).toBe(2);
      expect(store.report?.missing.changes).toEqual([{ from: 6, to: 6, isHeld: false }]);
      expect(store.report?.missing.outdated).toMatchObject([
        { document: null },
        { document: kept.replace('.json', '') },
      ]);
    },
  );

  test('that is missing, a link, or of another case is damage', async () => {
    const [path, other] = [await closedCase(), await closedCase()];
    const missing = await copyOf(path);
    await rm(join(missing, 'journal'), { recursive: true });
    expect(await damageOf(missing)).toEqual([
      'store/recoverable',
      'journal (a file of it is missing)',
    ]);
    await symlink(join(path, 'journal'), join(missing, 'journal'));
    expect(await damageOf(missing)).toEqual(['store/damaged', 'journal (not a folder)']);
    const linked = await copyOf(path);
    await rename(join(linked, journalFile), join(linked, 'elsewhere'));
    await symlink(join(linked, 'elsewhere'), join(linked, journalFile));
    expect(await damageOf(linked)).toEqual([
      'store/recoverable',
      'journal/000001.jsonl (not a plain file)',
    ]);
    const emptied = await copyOf(path);
    await truncate(join(emptied, journalFile), 0);
    expect(await damageOf(emptied)).toEqual([
      'store/recoverable',
      'journal (it ends at change 0; case.json is of change 5)',
    ]);
    const swapped = await copyOf(path);
    await writeFile(join(swapped, journalFile), await readFile(join(other, journalFile)));
    expect(await damageOf(swapped)).toEqual([
      'store/recoverable',
      'journal (change 5 is not the one that case.json is of)',
    ]);
  });
});

describe('a damaged checkpoint', () => {
  test.each([
    'case.json',
    'a document',
    'missing case.json',
    'a missing document',
    'an old document',
    'a folder for case.json',
  ])('(%s) is set aside and rebuilt from the journal, and told', async (which) => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await store.close();
    const name = which.includes('document') ? `documents/${document}.json` : 'case.json';
    const old = await readFile(join(store.path, name));
    const again = await reopen(store.path);
    await run(again, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    await again.close();
    const expected = allRecords(await reopen(store.path, { readOnly: true }));
    if (which.includes('missing') || which.includes('folder')) await rm(join(store.path, name));
    if (which.includes('folder'))
      await mkdir(join(store.path, name, 'of', 'another'), { recursive: true });
    else if (which.includes('old')) await writeFile(join(store.path, name), old);
    else if (!which.includes('missing')) await spoil(store.path, name, (bytes) => flipped(bytes));

    const rebuilt = await reopen(store.path);
    expect(allRecords(rebuilt)).toEqual(expected);
    const { outcome, found, missing, keptIn } = rebuilt.report ?? emptyReport('');
    expect({ outcome, files: found.map(({ file }) => file) }).toEqual({
      ...{ outcome: 'repaired', files: [name] },
    });
    expect(missing).toEqual({ changes: [], outdated: [], records: [] });
    const kept: string[] = await readdir(join(store.path, keptIn ?? '', name, '..')).catch(
      () => [],
    );
    expect(kept.includes(basename(name))).toBe(!which.includes('missing'));
    await rebuilt.close();
    const last = await reopen(store.path);
    expect([allRecords(last), last.report]).toEqual([expected, null]);
    expect(last.repairs).toEqual([rebuilt.report]);
    expect(valueOf(await last.verify()).findings).toEqual([]);
  });

  test('with records that do not fit together is not believed', async () => {
    const path = await closedCase();
    const expected = allRecords(await reopen(path, { readOnly: true }));
    const [name] = await readdir(join(path, 'documents'));
    await spoil(path, `documents/${name ?? ''}`, (bytes) => {
      // Without its highlight, and with a hash that fits.
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => !line.includes('"type":"highlight"'));
      const body = Buffer.from(lines.slice(1).join('\n'));
      return Buffer.concat([Buffer.from(`{"hash":"${hashOf(body)}",\n`), body]);
    });
    const store = await reopen(path);
    expect(allRecords(store)).toEqual(expected);
    expect(store.report?.found.length).toBeGreaterThan(0);
  });

  test('of a fork is not believed', async () => {
    const { path, forked, document } = await forkedCase(1);
    const expected = allRecords(await reopen(path, { readOnly: true }));
    const name = join('documents', `${document}.json`);
    await rename(join(forked, name), join(path, name));
    const found = [{ file: `documents/${document}.json`, line: null, problem: 'unchained' }];
    const reader = await reopen(path, { readOnly: true });
    expect([allRecords(reader), reader.report?.found]).toEqual([expected, found]);
    expect(valueOf(await reader.verify()).findings).toMatchObject([{ place: name }]);
    const mended = await reopen(path);
    expect([allRecords(mended), mended.report]).toMatchObject([
      expected,
      { outcome: 'repaired', found },
    ]);
    await mended.close();
    const again = await reopen(path, { readOnly: true });
    expect(valueOf(await again.verify()).findings).toEqual([]);
  });

  test('of a fork that went further is not told from a journal that was cut short, and asked about', async () => {
    const { path, forked, document } = await forkedCase(3);
    const name = join('documents', `${document}.json`);
    await rename(join(forked, name), join(path, name));
    const opened = await openCase(path, writing);
    expect(codeOf(opened)).toBe('store/recoverable');
  });

  test('of a fork counts for nothing in what can be recovered', async () => {
    const { path, forked, document } = await forkedCase(1);
    const expected = allRecords(await reopen(path, { readOnly: true }));
    const name = join('documents', `${document}.json`);
    await rename(join(forked, name), join(path, name));
    // A change that the checkpoints hold.
    await spoil(path, journalFile, (bytes) => {
      const [first = '', second = '', ...rest] = bytes.toString().split('\n');
      return Buffer.from([first, second.replace('Note', 'Nose'), ...rest].join('\n'));
    });
    const store = await reopen(path, { recover: true });
    expect(store.report?.found).toContainEqual(
      expect.objectContaining({ file: `documents/${document}.json`, problem: 'unchained' }),
    );
    const highlights = allRecords(store).filter(({ type }) => type === 'highlight');
    expect(highlights).toEqual(expected.filter(({ type }) => type === 'highlight'));
  });

  test('of an older format is not believed beside a newer file of the case', async () => {
    const path = await closedCase();
    const [name = ''] = await readdir(join(path, 'documents'));
    const expected = allRecords(await reopen(path, { readOnly: true }));
    await spoil(path, join('documents', name), (bytes) => {
      const [, head = '', ...records] = bytes.toString().split('\n');
      const older = head.replace(/"line":.*?\},/, '').replace(/"format":\d+/, '"format":2');
      const body = Buffer.from([older, ...records].join('\n'));
      return Buffer.concat([Buffer.from(`{"hash":"${hashOf(body)}",\n`), body]);
    });
    const store = await reopen(path);
    expect([allRecords(store), store.report?.found]).toEqual([
      expected,
      [{ file: `documents/${name}`, line: null, problem: 'unchained' }],
    ]);
  });

  test('of a document that is gone is removed', async () => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await store.close();
    const again = await reopen(store.path);
    expect(await readdir(join(store.path, 'documents'))).toEqual([`${document}.json`]);
    await run(again, 'document/remove', { documents: [document] });
    await again.close();
    expect(await readdir(join(store.path, 'documents'))).toEqual([]);
  });
});

// A case with a document, and a copy of it; both went on, each in its own way, the copy by some changes.
async function forkedCase(changes: number) {
  const store = await temporaryCase();
  await run(store, 'tag/create', { name: 'Note' });
  const document = await importText(store, 'NATO left Baghdad.');
  await store.close();
  const forked = await copyOf(store.path);
  for (const [path, start, count] of [
    [forked, 0, changes],
    [store.path, 5, 1],
  ] as const) {
    const again = await reopen(path);
    for (let change = 0; change < count; change += 1)
      await run(again, 'highlight/create', { document, ranges: [{ start, end: start + 4 }] });
    await again.close();
  }
  return { path: store.path, forked, document };
}

// Why a case cannot be opened to be written to, and what of it is damaged.
async function damageOf(path: string): Promise<[code: ErrorCode, place: unknown]> {
  const opened = await openCase(path, writing);
  if (opened.ok) throw new Error('It opened');
  const { code, facts } = opened.error;
  return [code, 'place' in facts ? facts.place : null];
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
