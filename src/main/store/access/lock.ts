import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm, utimes } from 'node:fs/promises';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { kindAt, unfinished } from '../disk/durable-files.ts';
import { attempt, isSystemError } from '../disk/file-errors.ts';
import { type LockOwner, mayLive, ownerInWords, readOwner, thisProcess } from './lock-owner.ts';

/** The right to write to a case. */
export interface Lock {
  /**
   * Tells whether the right is still held; `store/taken-over` names who has it instead. Costs one look at the lock's
   * file as long as nobody touches it, and one reading when somebody has.
   */
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

/** How often the owner of a lock shows that they live: often enough for those who wait, seldom enough to let a disk sleep. */
export const beatMilliseconds = 10_000;

/** The lock's file at the time it was last read and was its owner's. */
interface Sight {
  readonly at: number;
  readonly version: string;
}

// A turn is lost only to another process that takes the same case in the same moment.
const turns = 5;

// A take-over answers this where another was quicker; the lock is looked at anew then.
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
  return ok(new HeldLock(folder, owner));
}

/**
 * Does something that only one process may do at a time, under a lock at `path` that is gone afterwards. Where another is at
 * it, nothing is done, and the answer says in words who. Throws what the system refuses.
 */
export async function alone<T>(path: string, act: () => Promise<T>): Promise<Result<T, string>> {
  const owner = await thisProcess('', new Date());
  const rival = await acquire(path, owner);
  if (rival !== null) return err(rival);
  try {
    return ok(await act());
  } finally {
    await orSweptLater(release(path, owner));
  }
}

class HeldLock implements Lock {
  readonly #folder: CaseFolder;
  readonly #owner: LockOwner;
  #sight: Sight | null = null;

  constructor(folder: CaseFolder, owner: LockOwner) {
    this.#folder = folder;
    this.#owner = owner;
  }

  async check(): Promise<Result<null, AppError>> {
    const sight = this.#sight;
    if (sight === null) return this.#read();
    // Whoever slept too long to show that they live may have been taken over, and a network drive may not show it at once.
    if (Math.abs(Date.now() - sight.at) > beatMilliseconds) return this.beat();
    return (await versionOf(this.#folder.lock)) === sight.version ? ok(null) : this.#read();
  }

  /*
   * The sign of life is the time of the file: it can be set without writing the file anew, which would in the wrong moment
   * replace the lock of whoever has just taken over. Which time it is does not matter, only that it changes.
   */
  async beat(): Promise<Result<null, AppError>> {
    const held = await this.#read();
    this.#sight = null;
    if (!held.ok) return held;
    return attempt(this.#folder.path, async () => {
      const now = new Date();
      await utimes(this.#folder.lock, now, now);
      return null;
    });
  }

  async release(): Promise<void> {
    await attempt(this.#folder.path, () => release(this.#folder.lock, this.#owner));
  }

  async #read(): Promise<Result<null, AppError>> {
    const { path, lock, journal } = this.#folder;
    const at = Date.now();
    // Looked at before it is read: what was put in its place in between is another file.
    const version = await versionOf(lock);
    const rival = await attempt(path, async () => {
      const found = await readOwner(lock);
      if (found !== null) return found.token === this.#owner.token ? null : ownerInWords(found);
      // Where a drive was pulled its mount point may stay, and must not get a lock of its own.
      await lstat(journal);
      return acquire(lock, this.#owner);
    });
    this.#sight = rival.ok && rival.value === null && version !== null ? { at, version } : null;
    if (!rival.ok) return rival;
    return rival.value === null
      ? ok(null)
      : err(appError('store/taken-over', { path, owner: rival.value }));
  }
}

// What tells a file from another in its place and from itself before it was touched; null where none can be seen.
async function versionOf(path: string): Promise<string | null> {
  try {
    const { dev, ino, mtimeMs, ctimeMs } = await lstat(path);
    return `${dev}:${ino}:${mtimeMs}:${ctimeMs}`;
  } catch {
    return null;
  }
}

// Answers null when the lock is the owner's, or who else has it.
async function acquire(path: string, owner: LockOwner, takeOver?: string): Promise<string | null> {
  for (let turn = 0; turn < turns; turn += 1) {
    if (await create(path, owner)) return null;
    if ((await kindAt(path)) === 'nothing') continue;
    const found = await readOwner(path);
    // Two looks of one owner may come together.
    if (found?.token === owner.token) return null;
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

// The lock is taken or not, whatever becomes of its scaffolding: whoever has a case sweeps what stayed.
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
