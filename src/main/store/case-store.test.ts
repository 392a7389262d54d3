import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseChange } from '../../domain/core/change.ts';
import { CaseState } from '../../domain/core/case-state.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { type CaseStore, createCase } from './case-store.ts';
import {
  codeOf,
  filesOf,
  importText,
  allRecords,
  layoutOf,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  theLast,
  valueOf,
} from './testing/temporary-case.ts';

describe('creating a case', () => {
  test('makes the folder of the architecture, with its first line', async () => {
    const store = await temporaryCase();
    expect((await readdir(store.path)).sort()).toEqual([
      'case.json',
      'documents',
      'journal',
      'layouts',
      'lock',
      'originals',
      'texts',
    ]);
    expect(await readdir(join(store.path, 'journal'))).toEqual(['000001.jsonl']);
    const line: unknown = JSON.parse(
      await readFile(join(store.path, 'journal', '000001.jsonl'), 'utf8'),
    );
    expect(line).toMatchObject({
      seq: 1,
      command: 'case/create',
      hash: store.head,
      prev: '0'.repeat(64),
    });
    expect([store.seq, store.view.count('case'), theLast(store, 'analyst').name]).toEqual([
      1,
      1,
      'Ada',
    ]);
    await store.close();
    expect(await readdir(store.path)).not.toContain('lock');
  });

  test('takes an empty folder, and nothing else that is there', async () => {
    const folder = await temporaryFolder();
    const [empty, full, file] = ['empty', 'full', 'file'].map((name) => join(folder, name));
    await mkdir(empty ?? '');
    await mkdir(full ?? '');
    await writeFile(join(full ?? '', 'mine'), 'mine');
    await writeFile(file ?? '', 'mine');
    const options = { name: 'A case', analyst: 'Ada' };
    await valueOf(await createCase(empty ?? '', options)).close();
    for (const path of [full, file])
      expect(codeOf(await createCase(path ?? '', options))).toBe('store/exists');
    expect(codeOf(await createCase(join(folder, 'no', 'such'), options))).toBe(
      'store/write-failed',
    );
    expect((await readdir(folder)).sort()).toEqual(['empty', 'file', 'full']);
  });
});

describe('running a command', () => {
  test('answers its line, its label and what it made', async () => {
    const store = await temporaryCase();
    const outcome = valueOf(await store.run('tag/create', { name: 'War' }));
    expect(outcome).toEqual({
      seq: 2,
      label: 'Add the tag “War”',
      created: [theLast(store, 'tag').id],
    });
    const same = await store.run('tag/update', {
      tag: outcome.created[0],
      changes: { name: 'War' },
    });
    expect(valueOf(same)).toMatchObject({ seq: null, created: [] });
    expect(store.seq).toBe(2);
  });

  test('that is refused changes nothing', async () => {
    const store = await temporaryCase();
    const records = allRecords(store);
    expect(codeOf(await store.run('tag/create', {}))).toBe('command/invalid');
    expect(codeOf(await store.run('no/such', {}))).toBe('command/invalid');
    expect(
      codeOf(await store.run('case/create', { name: 'x', analyst: theLast(store, 'analyst') })),
    ).toBe('command/invalid');
    expect([allRecords(store), store.seq]).toEqual([records, 1]);
  });

  test('on a text reads it from the folder', async () => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    expect(theLast(store, 'highlight').spans[0]?.exact).toBe('left');
    expect(valueOf(await store.readText(document)).text).toBe('NATO left Baghdad.');
  });

  test('keeps the order in which commands were given', async () => {
    const store = await temporaryCase();
    const names = Array.from({ length: 50 }, (_, index) => `Tag ${index}`);
    const outcomes = await Promise.all(names.map((name) => store.run('tag/create', { name })));
    expect(outcomes.map((outcome) => valueOf(outcome).seq)).toEqual(
      names.map((_, index) => index + 2),
    );
    expect([...store.view.all('tag')].map(({ name }) => name)).toEqual(names);
    const ids = [...store.view.all('tag')].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });

  test('knows a file it already has', async () => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    const { hash } = theLast(store, 'document').original;
    const again = await importText(store, 'NATO left Baghdad.');
    expect(store.documentsFrom(hash)).toEqual([document, again]);
    expect(store.documentsFrom('0'.repeat(64))).toEqual([]);
  });

  test('knows where a text stands on its pages', async () => {
    const store = await temporaryCase();
    const plain = await importText(store, 'NATO stayed.');
    const text = 'NATO left Baghdad.';
    const paged = await importText(store, text, { pages: layoutOf(text) });
    expect(valueOf(await store.readLayout(plain))).toBeNull();
    expect(valueOf(await store.readLayout(paged))).toEqual(layoutOf(text));
    await run(store, 'document/remove', { documents: [paged] });
    expect(codeOf(await store.readLayout(paged))).toBe('command/missing');
  });

  test('keeps a document of a format that this Assay does not read', async () => {
    const store = await temporaryCase();
    await importText(store, 'NATO left Baghdad.', { format: 'hologram-2' });
    await store.close();
    expect(theLast(await reopen(store.path), 'document').format).toBe('hologram-2');
  });
});

describe('undo and redo', () => {
  test('go through the whole session, and name what comes next', async () => {
    const store = await temporaryCase();
    const states = [allRecords(store)];
    for (const name of ['a', 'b', 'c']) {
      await run(store, 'tag/create', { name });
      states.push(allRecords(store));
    }
    expect(store.undoState).toEqual({ undo: 'Add the tag “c”', redo: null });
    for (const index of [2, 1, 0]) {
      valueOf(await store.undo());
      expect(allRecords(store)).toEqual(states[index]);
    }
    expect(store.undoState).toEqual({ undo: null, redo: 'Add the tag “a”' });
    expect(codeOf(await store.undo())).toBe('command/nothing-to-undo');
    expect(valueOf(await store.redo())).toEqual({ label: 'Add the tag “a”' });
    expect(allRecords(store)).toEqual(states[1]);
    await run(store, 'tag/create', { name: 'd' });
    expect(store.undoState.redo).toBeNull();
    expect(codeOf(await store.redo())).toBe('command/nothing-to-redo');
  });

  test('are journal lines of their own, and say which line they take back', async () => {
    const store = await temporaryCase();
    await run(store, 'tag/create', { name: 'a' });
    valueOf(await store.undo());
    valueOf(await store.redo());
    valueOf(await store.undo());
    const text = await readFile(join(store.path, 'journal', '000001.jsonl'), 'utf8');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.slice(2)).toMatchObject([
      { command: 'history/undo', label: 'Undo: Add the tag “a”', undoes: 2 },
      { command: 'history/redo', label: 'Redo: Add the tag “a”', undoes: 3 },
      { command: 'history/undo', label: 'Undo: Add the tag “a”', undoes: 4 },
    ]);
  });

  test('bring a removed document back with its highlights', async () => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    const records = allRecords(store);
    await run(store, 'document/remove', { documents: [document] });
    expect(store.view.count('highlight')).toBe(0);
    valueOf(await store.undo());
    expect(allRecords(store)).toEqual(records);
    expect(valueOf(await store.readText(document)).text).toBe('NATO left Baghdad.');
  });

  test('take a rating and the reason given for it right after as one, in the journal as two', async () => {
    const store = await temporaryCase();
    await run(store, 'source/create', { name: 'Reuters', kind: 'outlet' });
    const subjects = [theLast(store, 'source').id];
    await run(store, 'rating/add', { subjects, scale: 'admiralty-reliability', value: 'B' });
    const rating = theLast(store, 'rating').id;
    await run(store, 'rating/explain', { rating, reason: 'Was right before' });
    expect([store.seq, store.undoState.undo]).toEqual([4, 'Rate “Reuters” B']);

    await run(store, 'rating/explain', { rating, reason: 'Was right once' });
    expect(valueOf(await store.undo()).label).toBe('Explain a rating');
    expect(store.view.get(rating)?.reason).toBe('Was right before');
    expect(valueOf(await store.undo()).label).toBe('Rate “Reuters” B');
    expect(store.view.count('rating')).toBe(0);
    expect(store.undoState.undo).toBe('Add the source “Reuters”');
    valueOf(await store.redo());
    expect(store.view.get(rating)?.reason).toBe('Was right before');
  });

  test('keep a reason apart that was given after something else', async () => {
    const store = await temporaryCase();
    await run(store, 'source/create', { name: 'Reuters', kind: 'outlet' });
    const subjects = [theLast(store, 'source').id];
    await run(store, 'rating/add', { subjects, scale: 'admiralty-reliability', value: 'B' });
    const rating = theLast(store, 'rating').id;
    await run(store, 'tag/create', { name: 'a' });
    await run(store, 'rating/explain', { rating, reason: 'Was right before' });
    valueOf(await store.undo());
    expect(store.view.get(rating)).toMatchObject({ value: 'B', reason: '' });
    expect(store.undoState.undo).toBe('Add the tag “a”');
  });

  test('asked for at once are done one after another', async () => {
    const store = await temporaryCase();
    const before = allRecords(store);
    const steps = [
      store.run('tag/create', { name: 'a' }),
      store.undo(),
      store.redo(),
      store.undo(),
      store.undo(),
    ];
    const results = await Promise.all(steps);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(allRecords(store)).toEqual(before);
  });
});

test('a replica that follows the changes has the records of the store', async () => {
  const store = await temporaryCase();
  const replica = new CaseState(allRecords(store));
  const changes: CaseChange[] = [];
  const stop = store.subscribe((change) => {
    changes.push(change);
    replica.apply(change.diff);
    expect(change.seq).toBe(store.seq);
  });
  await run(store, 'tag/create', { name: 'a' });
  await run(store, 'tag/create', { name: 'b' });
  valueOf(await store.undo());
  stop();
  await run(store, 'tag/create', { name: 'c' });
  expect(changes.map(({ seq, undo }) => [seq, undo.undo])).toEqual([
    [2, 'Add the tag “a”'],
    [3, 'Add the tag “b”'],
    [4, 'Add the tag “a”'],
  ]);
  expect([...replica.all('tag')].map(({ name }) => name)).toEqual(['a']);
});

test('a closed case takes nothing more, and closing twice does no harm', async () => {
  const store = await temporaryCase();
  const running = store.run('tag/create', { name: 'in time' });
  await Promise.all([store.close(), store.close()]);
  expect((await running).ok).toBe(true);
  expect(await refusals(store)).toEqual(new Set(['store/no-case-open']));
  expect(codeOf(await store.tryAgain())).toBe('store/no-case-open');
  expect((await reopen(store.path)).view.count('tag')).toBe(1);
});

test('a case that is only read, or is of the past, refuses whatever would change it', async () => {
  const store = await temporaryCase();
  await run(store, 'tag/create', { name: 'a' });
  const past = valueOf(await store.asOf(1));
  expect(await refusals(past)).toEqual(new Set(['history/in-the-past']));
  const reader = await reopen(store.path, { readOnly: true });
  expect(await refusals(reader)).toEqual(new Set(['store/read-only']));
  expect(codeOf(await reader.tryAgain())).toBe('store/read-only');
  expect([past, reader, store].map(({ readOnly }) => readOnly)).toEqual([true, true, false]);
  expect([past, reader].map(({ undoState }) => undoState.undo)).toEqual([null, null]);
  expect(store.undoState.undo).toBe('Add the tag “a”');
});

// What everything that changes a case answers, all of which must refuse.
async function refusals(store: CaseStore): Promise<Set<ErrorCode>> {
  const { id } = theLast(store, 'analyst');
  const tried = await Promise.all([
    store.run('tag/create', { name: 'late' }),
    store.undo(),
    store.redo(),
    store.revert(2),
    store.restore(id, 1),
    store.putImports([filesOf('late')]),
  ]);
  return new Set(tried.map(codeOf));
}

test('an analyst is found by name, or added with the first change', async () => {
  const store = await temporaryCase();
  await store.close();
  const known = await reopen(store.path);
  await known.close();
  const other = await reopen(store.path, { analyst: 'Bob' });
  expect([other.seq, other.view.count('analyst')]).toEqual([1, 1]);
  await run(other, 'tag/create', { name: 'a' });
  expect([...other.view.all('analyst')].map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  expect(theLast(other, 'tag').created.by).toBe(theLast(other, 'analyst').id);
  expect(other.undoState.undo).toBe('Add the tag “a”');
});
