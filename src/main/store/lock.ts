import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm, utimes } from 'node:fs/promises';
import { type AppError, appError } from '../../domain/errors.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { CaseFolder } from './case-folder.ts';
import { kindAt, unfinished } from './durable-files.ts';
import { attempt, isSystemError } from './file-errors.ts';
import { type LockOwner, mayLive, ownerInWords, readOwner, thisProcess } from './lock-owner.ts';

/** The right to write to a case. */
export interface Lock {
  /** Tells whether the right is still held; `store/taken-over` names who has it instead. */
  check(): Promise<Result<null, AppError>>;
  /** Checks, and shows whoever looks at the lock that its owner lives. */
  beat(): Promise<Result<null, AppError>>;
  /** Gives the right back; a lock that another has meanwhile taken over stays. */
  release(): Promise<void>;
}

/** Who asks for a lock. */
export interface Claimant {
  readonly analyst: string;
  readonly now: Date;
  /** The token of the lock that the analyst has decided to take over, though its owner may live. */
  readonly takeOver?: string | undefined;
}

// A turn is lost only to another process that takes the same case in the same moment.
const turns = 5;

// The answer of a take-over that came too late.
const lostTurn = 'another program took it over';

// What file systems of memory sticks answer, which know no hard links.
const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Takes the lock of a case, or says who has it. A lock whose owner ran on this computer and is dead is taken over; one
 * from another computer only if the claimant names it, because from here nobody can tell whether its owner lives.
 */
export async function acquireLock(
  folder: CaseFolder,
  { analyst, now, takeOver }: Claimant,
): Promise<Result<Lock, AppError>> {
  const owner = await thisProcess(analyst, now);
  const acquired = await attempt(folder.path, () => acquire(folder.lock, owner, takeOver));
  if (!acquired.ok) return acquired;
  if (acquired.value !== null)
    return err(appError('store/locked', { path: folder.path, owner: acquired.value }));
  return ok({
    check: () => checkHeld(folder, owner),
    beat: () => beat(folder, owner),
    release: async () => {
      await attempt(folder.path, () => release(folder.lock, owner));
    },
  });
}

async function checkHeld(folder: CaseFolder, owner: LockOwner): Promise<Result<null, AppError>> {
  const rival = await attempt(folder.path, async () => {
    const found = await readOwner(folder.lock);
    if (found !== null) return found.token === owner.token ? null : ownerInWords(found);
    // Where a drive was pulled its mount point may stay, and must not get a lock of its own.
    await lstat(folder.journal);
    return acquire(folder.lock, owner);
  });
  if (!rival.ok) return rival;
  return rival.value === null
    ? ok(null)
    : err(appError('store/taken-over', { path: folder.path, owner: rival.value }));
}

/*
 * The sign of life is the time of the file: it can be set without writing the file anew, which would in the wrong moment
 * replace the lock of whoever has just taken over. Which time it is does not matter, only that it changes.
 */
async function beat(folder: CaseFolder, owner: LockOwner): Promise<Result<null, AppError>> {
  const held = await checkHeld(folder, owner);
  if (!held.ok) return held;
  return attempt(folder.path, async () => {
    const now = new Date();
    await utimes(folder.lock, now, now);
    return null;
  });
}

// Answers null when the lock is the owner's, or who else has it.
async function acquire(path: string, owner: LockOwner, takeOver?: string): Promise<string | null> {
  for (let turn = 0; turn < turns; turn += 1) {
    if (await create(path, owner)) return null;
    if ((await kindAt(path)) === 'nothing') continue;
    const found = await readOwner(path);
    if (found !== null && found.token !== takeOver && (await mayLive(found)))
      return ownerInWords(found);
    const rival = await replace(path, owner, found);
    if (rival !== lostTurn) return rival;
  }
  return lostTurn;
}

/*
 * Of all who see a stale lock only one may replace it, and only as long as it is still there: otherwise the slower of two
 * would replace the lock of the faster. The right to replace it is a lock as well, named after the stale one, so that the
 * right of a process that died over it goes stale in turn.
 */
async function replace(
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

async function release(path: string, { token }: LockOwner): Promise<void> {
  if ((await readOwner(path))?.token === token) await rm(path, { force: true });
}
