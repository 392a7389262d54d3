import { mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openCase } from '../case-store.ts';
import {
  closedCase,
  copyOf,
  fingerprint,
  flipped,
  journalFile,
  linesOf,
  spoil,
  walkedCase,
  writeLines,
} from '../testing/spoiled-case.ts';
import { failingReads } from '../testing/failing-reads.ts';
import { makeLargeCase } from '../testing/large-case.ts';
import {
  codeOf,
  allRecords,
  reopen,
  run,
  temporaryFolder,
  valueOf,
} from '../testing/temporary-case.ts';

// Cases with long histories; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const writing = { readOnly: false, analyst: 'Ada' };

const anyChange = { records: [], by: null, from: null, until: null, type: null, text: '' };

// A case whose second line cannot be read, and of whose checkpoints the first is damaged as well.
async function damagedCase(): Promise<string> {
  const path = await closedCase();
  await spoil(path, 'case.json', flipped);
  await spoilLine(path, 1);
  return path;
}

async function spoilLine(path: string, index: number): Promise<void> {
  const lines = await linesOf(path);
  await writeLines(
    path,
    lines.map((line, place) => (place === index ? flipped(line) : line)),
  );
}

describe('a case whose journal is damaged', () => {
  test('is not opened without a question, which says what could be recovered', async () => {
    const path = await damagedCase();
    const before = await fingerprint(path);
    for (const readOnly of [true, false]) {
      const refused = await openCase(path, { readOnly, analyst: 'Ada' });
      expect(refused).toMatchObject({
        error: {
          code: 'store/recoverable',
          facts: {
            place: 'journal/000001.jsonl, line 2',
            report: { outcome: 'recoverable', missing: { changes: [{ from: 2, to: 2 }] } },
          },
        },
      });
    }
    expect(await fingerprint(path)).toEqual(before);
  });

  test('can be read as far as it could be recovered, and nothing is touched', async () => {
    const path = await damagedCase();
    const before = await fingerprint(path);
    const store = await reopen(path, { readOnly: true, recover: true });
    expect([store.view.count('claim'), store.view.count('source')]).toEqual([1, 1]);
    expect(store.report).toMatchObject({ outcome: 'recoverable', keptIn: null });
    expect(codeOf(await store.run('tag/create', { name: 'a' }))).toBe('store/read-only');
    const { findings, recovery } = valueOf(await store.verify());
    expect(findings.map(({ place }) => place)).toEqual([
      'case.json',
      'journal/000001.jsonl, line 2',
    ]);
    expect(recovery?.missing).toEqual(store.report?.missing);
    await store.close();
    expect(await fingerprint(path)).toEqual(before);
  });

  test('becomes a case to work on, with the damaged files kept as they were', async () => {
    const path = await damagedCase();
    const damaged = await copyOf(path);
    const head = (await linesOf(path)).at(-1)?.toString().slice(-66, -2);
    const store = await reopen(path, { recover: true });
    const { report } = store;
    expect(report).toMatchObject({ outcome: 'recovered', rebuilt: { changes: 4 } });
    for (const file of ['case.json', journalFile])
      expect(await readFile(join(path, report?.keptIn ?? '', file))).toEqual(
        await readFile(join(damaged, file)),
      );
    await run(store, 'tag/create', { name: 'after' });
    const records = allRecords(store);
    await store.close();

    const again = await reopen(path);
    expect([again.report, again.repairs]).toEqual([null, [report]]);
    expect(allRecords(again)).toEqual(records);
    expect(valueOf(await again.verify()).findings).toEqual([]);
    // The new journal goes on counting, and names what it follows.
    const [first, second] = (await linesOf(path)).map((line) => line.toString());
    expect(first).toMatch(/^\{"seq":6,.*"command":"case\/recover","label":"Recover \d+ records /);
    expect(first).toContain(`"prev":"${head ?? ''}"`);
    expect(second).toMatch(/^\{"seq":7,/);
    await again.close();
    // It alone can rebuild the case.
    await rm(join(path, 'case.json'));
    expect(allRecords(await reopen(path))).toEqual(records);
  });

  test('that was recovered is not undone, but changes after it are', async () => {
    const path = await damagedCase();
    const store = await reopen(path, { recover: true });
    expect(codeOf(await store.undo())).toBe('command/nothing-to-undo');
    await run(store, 'tag/create', { name: 'after' });
    await store.close();
    const again = await reopen(path);
    expect(valueOf(await again.undo()).label).toBe('Add the tag “after”');
    expect(codeOf(await again.undo())).toBe('command/nothing-to-undo');
  });

  test('has a history that begins with the recovery', async () => {
    const store = await reopen(await damagedCase(), { recover: true });
    await run(store, 'tag/create', { name: 'after' });
    const { entries, before } = valueOf(await store.history.page(anyChange, null, 10));
    expect([entries.map(({ seq }) => seq), before]).toEqual([[7, 6], null]);
    expect(valueOf(await store.history.lastAt('2000-01-01T00:00:00.000Z'))).toBe(6);
    expect(valueOf(await store.asOf(6)).view.count('tag')).toBe(0);
    expect(codeOf(await store.revert(6))).toBe('history/built-on');
  });

  test('that is damaged again after a recovery is recovered from there', async () => {
    const path = await damagedCase();
    const store = await reopen(path, { recover: true });
    const records = allRecords(store);
    await run(store, 'tag/create', { name: 'lost' });
    await run(store, 'tag/create', { name: 'kept' });
    await store.close();
    await spoil(path, 'case.json', flipped);
    await spoilLine(path, 1);
    const again = await reopen(path, { recover: true });
    expect(again.report?.missing.changes).toEqual([{ from: 7, to: 7, isHeld: false }]);
    expect(allRecords(again).filter(({ type }) => type !== 'tag')).toEqual(records);
    expect([...again.view.all('tag')].map(({ name }) => name)).toEqual(['kept']);
    expect(again.repairs).toHaveLength(2);
  });
});

test('a crash between beginning the new journal and clearing the old one away loses nothing', async () => {
  const { path, lines } = await walkedCase(200);
  await rm(join(path, 'case.json'));
  await writeLines(path, [...lines.slice(0, 9), flipped(lines[9] ?? Buffer.alloc(1))]);
  await writeLines(path, lines.slice(10), 'journal/000002.jsonl');
  const old = await readFile(join(path, 'journal/000002.jsonl'));
  const store = await reopen(path, { recover: true });
  const records = allRecords(store);
  await store.close();
  expect(await readdir(join(path, 'journal'))).toEqual(['000001.jsonl']);
  for (const file of ['case.json', 'documents']) await rm(join(path, file), { recursive: true });
  await writeFile(join(path, 'journal/000002.jsonl'), old);
  const again = await reopen(path, { recover: true });
  expect(allRecords(again)).toEqual(records);
  expect(again.report?.missing).toEqual({ changes: [], outdated: [], records: [] });
});

test.each([
  ['between two lines', -2],
  ['after the last line', -1],
])('a newline %s that is another character costs nothing', async (_, place) => {
  const path = await closedCase();
  const records = allRecords(await reopen(path, { readOnly: true }));
  for (const file of ['case.json', 'documents']) await rm(join(path, file), { recursive: true });
  const isBefore = (await linesOf(path)).map((line) => line.length + 1);
  const at = isBefore.slice(0, isBefore.length + place + 1).reduce((sum, length) => sum + length);
  await spoil(path, journalFile, (bytes) => bytes.fill('x', at - 1, at));
  expect(codeOf(await openCase(path, writing))).toBe('store/recoverable');
  const store = await reopen(path, { recover: true });
  expect(allRecords(store)).toEqual(records);
  expect(store.report).toMatchObject({
    outcome: 'recovered',
    found: [{ file: 'case.json' }, { file: 'journal/000001.jsonl' }],
    missing: { changes: [], outdated: [], records: [] },
  });
});

test('a case that lost its journal is recovered from its checkpoints', async () => {
  const path = await closedCase();
  const records = allRecords(await reopen(path, { readOnly: true }));
  await rm(join(path, 'journal'), { recursive: true });
  expect(codeOf(await openCase(path, writing))).toBe('store/recoverable');
  const store = await reopen(path, { recover: true });
  expect(allRecords(store)).toEqual(records);
  expect(valueOf(await store.verify()).findings).toEqual([]);
});

test('a case of which only documents are left is recovered from them', async () => {
  const path = await closedCase();
  for (const name of ['case.json', 'journal']) await rm(join(path, name), { recursive: true });
  expect(codeOf(await openCase(path, writing))).toBe('store/recoverable');
  const store = await reopen(path, { recover: true });
  expect([...store.view.all('claim')]).toMatchObject([{ statement: 'NATO' }]);
  expect(store.report?.missing.records).toContainEqual(
    expect.objectContaining({ type: 'case', loss: 'stand-in' }),
  );
  expect(valueOf(await store.verify()).findings).toEqual([]);
});

test('a journal file that is a link is not read, and kept as a link', async () => {
  const path = await closedCase();
  const elsewhere = await copyOf(path);
  await rm(join(path, journalFile));
  await symlink(join(elsewhere, journalFile), join(path, journalFile));
  const before = await fingerprint(elsewhere);
  const store = await reopen(path, { recover: true });
  expect(store.report?.found).toEqual([
    { file: 'journal/000001.jsonl', line: null, problem: 'damaged' },
  ]);
  expect(store.view.count('claim')).toBe(1);
  expect(await fingerprint(elsewhere)).toEqual(before);
});

test('a journal file that is a folder is kept as it is, and a new journal takes its place', async () => {
  const path = await closedCase();
  const records = allRecords(await reopen(path, { readOnly: true }));
  for (const name of ['000001.jsonl', '000002.jsonl']) {
    await rm(join(path, 'journal', name), { force: true });
    await mkdir(join(path, 'journal', name, 'of another'), { recursive: true });
  }
  const store = await reopen(path, { recover: true });
  expect(allRecords(store)).toEqual(records);
  expect(valueOf(await store.verify()).findings).toEqual([]);
  const { keptIn } = store.report ?? {};
  expect(await readdir(join(path, keptIn ?? '', journalFile))).toEqual(['of another']);
});

test('damage that opening has no need to read is found when the case is to be recovered', async () => {
  const path = await closedCase();
  const records = allRecords(await reopen(path, { readOnly: true }));
  await spoilLine(path, 1);
  const looked = await reopen(path, { readOnly: true, recover: true });
  expect([allRecords(looked), looked.report?.outcome]).toEqual([records, 'recoverable']);
  const store = await reopen(path, { recover: true });
  expect([allRecords(store), store.report?.outcome]).toEqual([records, 'recovered']);
  expect(store.report?.missing).toEqual({
    ...{ changes: [{ from: 2, to: 2, isHeld: true }], outdated: [], records: [] },
  });
  expect(valueOf(await store.verify()).findings).toEqual([]);
});

test.each(['the middle', 'the end'])(
  'what a dying disk does not give back in %s of a journal is damage like any other',
  async (which) => {
    const { path, records, lines } = await walkedCase(200);
    const { size } = await stat(join(path, journalFile));
    const place = which === 'the end' ? size - 1 : Math.floor(size / 2);
    const restore = await failingReads(join(path, journalFile), place);
    // Opening reads the journal from where the checkpoints end, and its last line with it.
    if (which === 'the middle') await rm(join(path, 'case.json'));
    expect(codeOf(await openCase(path, writing))).toBe('store/recoverable');
    const store = await reopen(path, { recover: true });
    restore();
    const damage = expect.objectContaining({ file: journalFile, problem: 'damaged' }) as unknown;
    expect(store.report?.found).toContainEqual(damage);
    expect(store.report?.missing.changes).not.toEqual([]);
    expect(store.report?.rebuilt.changes).toBeGreaterThan(lines.length / 2);
    if (which === 'the end')
      expect(allRecords(store)).toEqual(expect.arrayContaining(records) as unknown);
    await store.close();
    expect((await reopen(path)).report).toBeNull();
  },
);

test('a large case is recovered in several lines, the loss of any of which is told', async () => {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents: 200, highlights: 4 });
  await spoil(path, 'case.json', flipped);
  await spoilLine(path, 0);
  const store = await reopen(path, { recover: true });
  const records = allRecords(store);
  await store.close();
  const again = await reopen(path, { readOnly: true });
  expect([allRecords(again), again.report]).toEqual([records, null]);
  const lines = await linesOf(path);
  const commands = lines.map((line) => /"command":"(.*?)"/.exec(line.toString())?.[1]);
  expect(commands).toEqual(['case/recover', ...commands.slice(1).fill('case/recover-more')]);
  expect(commands.length).toBeGreaterThan(2);

  const first = store.seq - lines.length + 1;
  for (const file of ['case.json', 'documents']) await rm(join(path, file), { recursive: true });
  for (const [index, lost] of [
    [0, { from: 1, to: first }],
    [1, { from: first + 1, to: first + 1 }],
  ] as const) {
    await spoilLine(path, index);
    const refused = await openCase(path, writing);
    expect(refused).toMatchObject({
      error: { facts: { report: { missing: { changes: [{ ...lost, isHeld: false }] } } } },
    });
    await spoilLine(path, index);
  }
});

test('asked to recover a case that is whole, opening changes nothing', async () => {
  const path = await closedCase();
  const before = await fingerprint(path);
  const store = await reopen(path, { recover: true });
  expect(store.report).toBeNull();
  await store.close();
  expect(await fingerprint(path)).toEqual(before);
});
