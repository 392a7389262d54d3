import { randomUUID } from 'node:crypto';
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { GuardedJournal } from './guarded-journal.ts';
import type { SealedLine } from '../journal/journal-line.ts';
import { acquireLock, beatMilliseconds } from './lock.ts';
import { valueOf } from '../testing/temporary-case.ts';
import { temporaryJournal } from '../testing/temporary-journal.ts';

async function aGuardedJournal() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { folder, journal } = await temporaryJournal();
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now: new Date() }));
  const told = { changed: vi.fn(), lost: vi.fn() };
  return { folder, lock, guarded: new GuardedJournal({ journal, lock, ...told }), told };
}

test('a writer shows that they live while a change is still being worked out', async () => {
  const { folder, lock, guarded, told } = await aGuardedJournal();
  const { promise: coming, resolve: ready } = Promise.withResolvers<SealedLine[]>();
  const appended = guarded.append(0, coming);
  for (let beats = 0; beats < 3; beats += 1) {
    await utimes(folder.lock, 0, 0);
    await vi.advanceTimersByTimeAsync(beatMilliseconds);
    await vi.waitUntil(async () => (await stat(folder.lock)).mtimeMs > 0);
  }
  ready([]);
  valueOf(await appended);
  await guarded.close();
  await lock.release();
  expect(told.changed).not.toHaveBeenCalled();
  expect(told.lost).not.toHaveBeenCalled();
});

test('a writer who finds that another has taken over says so once what is being written is done', async () => {
  const { folder, guarded, told } = await aGuardedJournal();
  const { promise: coming, resolve: ready } = Promise.withResolvers<SealedLine[]>();
  const appended = guarded.append(0, coming);
  const own = await readFile(folder.lock, 'utf8');
  await writeFile(folder.lock, own.replace(/"token":"[^"]*"/u, `"token":"${randomUUID()}"`));
  await vi.advanceTimersByTimeAsync(beatMilliseconds);
  // Far longer than the beat takes to see it.
  for (let look = 0; look < 100; look += 1) await stat(folder.lock);
  expect(told.lost).not.toHaveBeenCalled();
  ready([]);
  valueOf(await appended);
  await vi.waitUntil(() => told.lost.mock.calls.length > 0);
  await guarded.close();
  expect(told.lost).toHaveBeenCalledOnce();
});
