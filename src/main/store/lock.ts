import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { type AppError, appError } from '../../domain/errors.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { CaseFolder } from './case-folder.ts';
import { kindAt, readPlainFile, unfinished } from './durable-files.ts';
import { attempt, isSystemError } from './file-errors.ts';

/** Who holds a case for writing, as the file `lock` says it. */
const LockOwner = z.strictObject({
  pid: z.int().min(1),
  host: z.string(),
  /** What tells the process from a later one with the same number; empty where the system does not say. */
  birth: z.string(),
  since: z.iso.datetime(),
  token: z.uuid(),
});
type LockOwner = z.infer<typeof LockOwner>;

/** The right to write to a case. */
export interface Lock {
  /** Gives the right back; a lock that another has meanwhile taken over stays. */
  release(): Promise<void>;
}

// A turn is lost only to another process that takes the same case in the same moment.
const turns = 5;

// The answer of a take-over that came too late.
const lostTurn = 'another program took it over';

// What file systems of memory sticks answer, which know no hard links.
const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Takes the lock of a case, or says who has it. A lock whose owner ran on this computer and is dead is taken over; one
 * from another computer never is, because from here nobody can tell whether its owner lives.
 */
export async function acquireLock(folder: CaseFolder, now: Date): Promise<Result<Lock, AppError>> {
  const owner = await thisProcess(now);
  const acquired = await attempt(folder.path, () => acquire(folder.lock, owner));
  if (!acquired.ok) return acquired;
  if (acquired.value === null) {
    return ok({
      release: async () => {
        await attempt(folder.path, () => release(folder.lock, owner));
      },
    });
  }
  return err(appError('store/locked', { path: folder.path, owner: acquired.value }));
}

// Answers null when the lock is the owner's, or who else has it.
async function acquire(path: string, owner: LockOwner): Promise<string | null> {
  for (let turn = 0; turn < turns; turn += 1) {
    if (await create(path, owner)) return null;
    if ((await kindAt(path)) === 'nothing') continue;
    const found = await readOwner(path);
    if (found !== null && (await mayLive(found)))
      return `process ${found.pid} on ${found.host}, since ${minuteOf(found.since)}`;
    const rival = await takeOver(path, owner, found);
    if (rival !== lostTurn) return rival;
  }
  return lostTurn;
}

/*
 * Of all who see a stale lock only one may replace it, and only as long as it is still there: otherwise the slower of two
 * would replace the lock of the faster. The right to replace it is a lock as well, named after the stale one, so that the
 * right of a process that died over it goes stale in turn.
 */
async function takeOver(
  path: string,
  owner: LockOwner,
  stale: LockOwner | null,
): Promise<string | null> {
  const right = `${path}.${stale?.token ?? 'unreadable'}${unfinished}`;
  const rival = await acquire(right, owner);
  if (rival !== null) return rival;
  try {
    const present = await readOwner(path);
    if (present?.token !== stale?.token || (await kindAt(path)) === 'nothing') return lostTurn;
    const ticket = await writeTicket(path, owner);
    await rename(ticket, path);
    return null;
  } finally {
    await orSweptLater(release(right, owner));
  }
}

// A hard link appears at once, whole, and only where no lock is: nobody ever sees half a lock.
async function create(path: string, owner: LockOwner): Promise<boolean> {
  const ticket = await writeTicket(path, owner);
  try {
    await link(ticket, path);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // Whoever has the lock sweeps what others left unfinished, tickets too.
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
    if (withoutLinks.has(error.code)) return await createAlone(path, owner);
    throw error;
  } finally {
    await orSweptLater(rm(ticket, { force: true }));
  }
}

// The lock is taken or not, whatever becomes of its scaffolding: whoever has it sweeps what stayed.
async function orSweptLater(removal: Promise<void>): Promise<void> {
  await removal.catch(() => undefined);
}

async function writeTicket(path: string, owner: LockOwner): Promise<string> {
  const ticket = `${path}.${randomUUID()}${unfinished}`;
  await writeNew(ticket, owner);
  return ticket;
}

async function createAlone(path: string, owner: LockOwner): Promise<boolean> {
  try {
    await writeNew(path, owner);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function writeNew(path: string, owner: LockOwner): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(JSON.stringify(owner));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readOwner(path: string): Promise<LockOwner | null> {
  const bytes = await readPlainFile(path);
  if (bytes === undefined) return null;
  try {
    const owner = LockOwner.safeParse(JSON.parse(bytes.toString('utf8')));
    return owner.success ? owner.data : null;
  } catch {
    return null;
  }
}

async function release(path: string, { token }: LockOwner): Promise<void> {
  if ((await readOwner(path))?.token === token) await rm(path, { force: true });
}

async function thisProcess(now: Date): Promise<LockOwner> {
  const birth = await birthOf(process.pid);
  const since = now.toISOString();
  return { pid: process.pid, host: hostname(), birth, since, token: randomUUID() };
}

async function mayLive(owner: LockOwner): Promise<boolean> {
  if (owner.host !== hostname()) return true;
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(owner.pid, 0);
  } catch (error) {
    // A process of another user may not be signalled, but it lives.
    if (isSystemError(error) && error.code === 'ESRCH') return false;
  }
  return owner.birth === (await birthOf(owner.pid));
}

// On Linux: this boot of the system and the clock tick the process started at, which no later process shares.
async function birthOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; field 22, the start time, is the 20th after it.
    return `${boot.trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

// "2026-11-22 09:58 UTC": an analyst has no use for the milliseconds.
function minuteOf(moment: string): string {
  return `${moment.slice(0, 16).replace('T', ' ')} UTC`;
}
