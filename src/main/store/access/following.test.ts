import { readFile, rename, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type CaseStore, openCase } from '../case-store.ts';
import { caseFolder } from '../disk/case-folder.ts';
import { LockWatch, sightLock } from './lock-watch.ts';
import {
  codeOf,
  allRecords,
  reopen,
  run,
  temporaryCase,
  valueOf,
} from '../testing/temporary-case.ts';

vi.setConfig({ testTimeout: 60_000 });
const untilLookedAt = { timeout: 20_000 };

async function aFollower(store: CaseStore): Promise<CaseStore> {
  const reader = await reopen(store.path, { readOnly: true, analyst: 'Bela' });
  await reader.follow();
  return reader;
}

/** Makes the lock of a case one of another computer. */
async function lockElsewhere(path: string): Promise<string> {
  const token = '00000000-0000-4000-8000-000000000001';
  const since = '2026-03-15T12:00:00.000Z';
  const owner = { analyst: 'Bela', pid: 1, host: 'elsewhere', birth: '', since, token };
  await writeFile(join(path, 'lock'), JSON.stringify(owner));
  return token;
}

test('a reader follows every change of the writer, and says who that is', async () => {
  const writer = await temporaryCase();
  const reader = await aFollower(writer);
  const seen: number[] = [];
  reader.subscribe(({ seq }) => seen.push(seq));
  expect(reader.health).toEqual({
    ...{ state: 'reading', mayWrite: true, lost: false, error: null },
    writer: { analyst: 'Ada', host: hostname(), silent: false },
  });
  await Promise.all(['a', 'b', 'c'].map((name) => run(writer, 'tag/create', { name })));
  await writer.undo();
  await vi.waitUntil(() => reader.seq === writer.seq, untilLookedAt);
  expect(allRecords(reader)).toEqual(allRecords(writer));
  expect(reader.head).toBe(writer.head);
  expect(seen).toEqual([2, 3, 4, 5]);
  expect(codeOf(await reader.run('tag/create', { name: 'not mine' }))).toBe('store/read-only');
});

test('a reader sees the writer leave, and can be opened for writing then', async () => {
  const writer = await temporaryCase();
  const reader = await aFollower(writer);
  await run(writer, 'tag/create', { name: 'last' });
  await writer.close();
  await vi.waitUntil(() => {
    const { health } = reader;
    return health.state === 'reading' && health.writer === null;
  }, untilLookedAt);
  expect([...reader.view.all('tag')].map(({ name }) => name)).toEqual(['last']);
  await run(await reopen(reader.path, { analyst: 'Bela' }), 'tag/create', { name: 'next' });
  await vi.waitUntil(() => reader.view.count('tag') === 2, untilLookedAt);
});

test('half a line is waited for, and a drive that went away as well', async () => {
  const writer = await temporaryCase();
  const reader = await aFollower(writer);
  await run(writer, 'tag/create', { name: 'first' });
  const journal = join(writer.path, 'journal', '000001.jsonl');
  const whole = await readFile(journal);
  await truncate(journal, whole.length - 10);
  const third = await reopen(writer.path, { readOnly: true });
  await third.follow();
  expect(third.view.count('tag')).toBe(0);
  await writeFile(journal, whole);
  await vi.waitUntil(() => third.view.count('tag') === 1, untilLookedAt);
  await vi.waitUntil(() => reader.view.count('tag') === 1, untilLookedAt);

  await rename(writer.path, `${writer.path} moved`);
  await vi.waitUntil(() => 'error' in reader.health && reader.health.error !== null, untilLookedAt);
  expect(reader.health).toMatchObject({ error: { code: 'store/not-found' } });
  await rename(`${writer.path} moved`, writer.path);
  await vi.waitUntil(() => 'error' in reader.health && reader.health.error === null, untilLookedAt);
});

test('a writer whose lock another has taken makes no change more, and follows the other', async () => {
  const first = await temporaryCase();
  await run(first, 'tag/create', { name: 'before' });
  // As if a laptop had slept while its case was taken over on another computer.
  const lock = join(first.path, 'lock');
  const mine = JSON.parse(await readFile(lock, 'utf8')) as { token: string };
  const second = await reopen(first.path, { analyst: 'Bela', takeOver: mine.token });
  await run(second, 'tag/create', { name: 'by Bela' });

  const refused = await first.run('tag/create', { name: 'too late' });
  expect(refused).toMatchObject({ error: { code: 'store/taken-over' } });
  expect(refused.ok ? '' : refused.error.message).toContain('Bela, process');
  expect(first.readOnly).toBe(true);
  await vi.waitUntil(() => allRecords(first).length === allRecords(second).length, untilLookedAt);
  expect(allRecords(first)).toEqual(allRecords(second));
  expect(first.health).toMatchObject({ state: 'reading', lost: true, writer: { analyst: 'Bela' } });
  await first.close();
  await run(second, 'tag/create', { name: 'goes on' });
  expect(valueOf(await second.verify()).findings).toEqual([]);
});

test('a lock of another computer is taken over only by its name', async () => {
  const store = await temporaryCase();
  await store.close();
  const token = await lockElsewhere(store.path);
  const takeOver = '00000000-0000-4000-8000-000000000002';
  const refused = await openCase(store.path, { readOnly: false, analyst: 'Ada', takeOver });
  expect(refused).toMatchObject({ error: { code: 'store/locked' } });
  await run(await reopen(store.path, { takeOver: token }), 'tag/create', { name: 'mine now' });
});

test('a reader learns how to take over from a writer who is silent for as long as was asked for', async () => {
  const store = await temporaryCase();
  expect(store.silentToken).toBeUndefined();
  await store.close();
  const token = await lockElsewhere(store.path);
  const reader = await reopen(store.path, { readOnly: true, silenceMilliseconds: 1 });
  await reader.follow();
  expect(reader.silentToken).toBeUndefined();
  await vi.waitUntil(
    () => reader.health.state === 'reading' && reader.health.writer?.silent === true,
    untilLookedAt,
  );
  expect(reader.silentToken).toBe(token);
});

test('silence is counted only while it was watched, and ends with any sign of life', async () => {
  const store = await temporaryCase();
  await store.close();
  const token = await lockElsewhere(store.path);
  const folder = caseFolder(store.path);
  const watch = new LockWatch();
  const minute = 60_000;
  expect(watch.look(await sightLock(folder), 10 * minute)?.silent).toBe(false);
  expect(watch.look(await sightLock(folder), minute - 1)?.silent).toBe(false);
  expect(watch.silentToken).toBeUndefined();
  expect(watch.look(await sightLock(folder), 1)).toEqual({
    ...{ analyst: 'Bela', host: 'elsewhere', silent: true },
  });
  expect(watch.silentToken).toBe(token);
  // Any other time is a sign of life, also one that lies a year back.
  const past = new Date('2025-01-01T00:00:00.000Z');
  await utimes(folder.lock, past, past);
  expect(watch.look(await sightLock(folder), minute)?.silent).toBe(false);
  expect(watch.look(null, minute)).toBeNull();
});

test('less or more than a minute of silence can be asked for', async () => {
  const store = await temporaryCase();
  await store.close();
  await lockElsewhere(store.path);
  const sighting = await sightLock(caseFolder(store.path));
  const watch = new LockWatch(5_000);
  expect(watch.look(sighting, 5_000)?.silent).toBe(false);
  expect(watch.look(sighting, 4_999)?.silent).toBe(false);
  expect(watch.look(sighting, 1)?.silent).toBe(true);
});

test('a process of this computer is never silent, however long its lock is the same', async () => {
  const store = await temporaryCase();
  const watch = new LockWatch();
  const sighting = await sightLock(caseFolder(store.path));
  for (let look = 0; look < 3; look += 1)
    expect(watch.look(sighting, 120_000)).toMatchObject({ analyst: 'Ada', silent: false });
});
