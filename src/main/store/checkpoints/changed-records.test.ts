import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { journalFile } from '../testing/spoiled-case.ts';
import type { WholeCase } from '../../migrations/migration.ts';
import { allRecords, reopen, run, temporaryCase, valueOf } from '../testing/temporary-case.ts';
import type * as registry from '../../migrations/registry.ts';

// Where files of tests share their modules (scripts/mutation.config.mjs), those with the mock are of this file alone.
vi.hoisted(() => {
  vi.resetModules();
});
afterAll(() => {
  vi.resetModules();
});

// The next format, as if it were there already: its tags are written in capitals.
const next = vi.hoisted(() => ({ isThere: false }));

vi.mock('../../migrations/registry.ts', async (original) => {
  const present = await original<typeof registry>();
  const step = { from: present.currentFormat, record: inCapitals };
  const steps = () => (next.isThere ? [...present.migrations, step] : present.migrations);
  return {
    ...present,
    get currentFormat() {
      return present.currentFormat + (next.isThere ? 1 : 0);
    },
    upgradeRecord: (record: unknown, format: number, whole: WholeCase) =>
      present.upgradeRecord(record, format, whole, steps()),
    upgradeDiff: (diff: unknown, format: number, whole: WholeCase) =>
      present.upgradeDiff(diff, format, whole, steps()),
  };
});

function inCapitals(record: unknown): unknown {
  const isTag = typeof record === 'object' && record !== null && 'name' in record;
  if (!isTag || !('position' in record)) return record;
  return { ...record, name: String(record.name).toUpperCase() };
}

beforeEach(() => {
  next.isThere = false;
});

async function names(path: string): Promise<string[]> {
  const store = await reopen(path, { readOnly: true });
  expect(valueOf(await store.verify()).findings).toEqual([]);
  return [...store.view.all('tag')].map(({ name }) => name);
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(join(path, journalFile), 'utf8')).trimEnd().split('\n');
}

test('lines of an older format are upgraded as they are replayed, and stay as they were written', async () => {
  const store = await temporaryCase();
  await run(store, 'tag/create', { name: 'old' });
  await store.close();
  const { path } = store;
  const before = await linesOf(path);
  next.isThere = true;
  expect(await names(path)).toEqual(['OLD']);
  const again = await reopen(path);
  await run(again, 'tag/create', { name: 'Mixed' });
  await run(again, 'tag/create', { name: 'mixed too' });
  const expected = allRecords(again);
  await again.close();
  // What is written in the new format is not upgraded once more.
  expect(await names(path)).toEqual(['OLD', 'Mixed', 'mixed too']);
  const after = await linesOf(path);
  expect(after.slice(0, before.length)).toEqual(before);
  const formats = after.map((line) => Number(/"format":(\d+)/.exec(line)?.[1]));
  const [old = 0] = formats;
  expect(formats).toEqual([old, old, old + 1, old + 1]);
  expect(allRecords(await reopen(path))).toEqual(expected);
});
