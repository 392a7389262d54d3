import { mkdir, stat, utimes } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { caseFolder } from './case-folder.ts';
import { FolderJournal } from './folder-journal.ts';
import { GuardedJournal } from './guarded-journal.ts';
import { journalStart, type SealedLine } from './journal-line.ts';
import { acquireLock, beatMilliseconds } from './lock.ts';
import { temporaryFolder, valueOf } from './testing/temporary-case.ts';

async function aGuardedJournal() {
  const folder = caseFolder(await temporaryFolder());
  await mkdir(folder.journal);
  const tail = { mark: journalStart, segments: [], torn: null };
  const journal = valueOf(await FolderJournal.open(folder, tail));
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now: new Date() }));
  const told = { changed: vi.fn(), lost: vi.fn() };
  return { folder, lock, guarded: new GuardedJournal({ journal, lock, ...told }), told };
}

test('a writer shows that they live while a change is still being worked out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
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
  vi.useRealTimers();
  await guarded.close();
  await lock.release();
  expect(told.changed).not.toHaveBeenCalled();
  expect(told.lost).not.toHaveBeenCalled();
});
