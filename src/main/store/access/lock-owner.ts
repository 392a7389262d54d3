import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { readPlainFile } from '../disk/durable-files.ts';
import { isSystemError } from '../disk/file-errors.ts';

/** Who holds a case for writing, as the file `lock` says it. */
const LockOwner = z.strictObject({
  /** Whose changes the process makes; locks of earlier versions do not say. */
  analyst: z.string().default(''),
  pid: z.int().min(1),
  host: z.string(),
  /** What tells the process from a later one with the same number; empty where the system does not say. */
  birth: z.string(),
  since: z.iso.datetime(),
  token: z.uuid(),
});
export type LockOwner = z.infer<typeof LockOwner>;

/** This process as the owner of a lock, with a token that no other lock has. */
export async function thisProcess(analyst: string, now: Date): Promise<LockOwner> {
  const birth = await birthOf(process.pid);
  const since = now.toISOString();
  return { analyst, pid: process.pid, host: hostname(), birth, since, token: randomUUID() };
}

/** Reads whose a lock is; null where there is none, or nobody can tell. */
export async function readOwner(path: string): Promise<LockOwner | null> {
  const bytes = await readPlainFile(path);
  if (bytes === undefined) return null;
  try {
    const owner = LockOwner.safeParse(JSON.parse(bytes.toString('utf8')));
    return owner.success ? owner.data : null;
  } catch {
    return null;
  }
}

/** Tells whether an owner may be alive: certain only of the processes of this computer. */
export async function mayLive(owner: LockOwner): Promise<boolean> {
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

/** An owner in words: "Ada, process 4711 on desk-3, since 2026-11-22 09:58 UTC". */
export function ownerInWords({ analyst, pid, host, since }: LockOwner): string {
  // An analyst has no use for the milliseconds.
  const minute = since.slice(0, 16).replace('T', ' ');
  return `${analyst === '' ? '' : `${analyst}, `}process ${pid} on ${host}, since ${minute} UTC`;
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
