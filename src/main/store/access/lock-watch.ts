import { lstat } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Writer } from '../../../contract/health.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { isMissing } from '../disk/file-errors.ts';
import { type LockOwner, mayLive, readOwner } from './lock-owner.ts';

/** A lock at one look. */
export interface LockSighting {
  readonly owner: LockOwner;
  /** The time of its file; says something only by being another than at the look before. */
  readonly touched: number;
  /** Whether its owner is certainly alive, because it is a process of this computer that runs. */
  readonly isHere: boolean;
}

// Six beats of a lock: a network drive may show the time of a file half a minute late.
const usualSilenceMilliseconds = 60_000;

/** Looks at the lock of a case; null where nobody holds it any more. */
export async function sightLock({ lock }: CaseFolder): Promise<LockSighting | null> {
  const owner = await readOwner(lock);
  if (owner === null || !(await mayLive(owner))) return null;
  try {
    const { mtimeMs: touched } = await lstat(lock);
    return { owner, touched, isHere: owner.host === hostname() };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Judges from many looks at a lock whether its owner shows signs of life. Only time that was watched counts, by the
 * watcher's own clock: two computers' clocks are never compared, and an own sleep is not the other's silence.
 */
export class LockWatch {
  readonly #silenceMilliseconds: number;
  #last: LockSighting | null = null;
  #silence = 0;

  /** Watches for an owner who has shown no sign of life for so long; a minute unless said. */
  constructor(silenceMilliseconds = usualSilenceMilliseconds) {
    this.#silenceMilliseconds = silenceMilliseconds;
  }

  /** Takes in a look, so many milliseconds after the one before; answers who writes now. */
  look(sighting: LockSighting | null, elapsed: number): Writer | null {
    const last = this.#last;
    this.#last = sighting;
    if (sighting === null) return null;
    const { owner, touched, isHere } = sighting;
    const isSame = owner.token === last?.owner.token && touched === last.touched;
    this.#silence = isSame && !isHere ? this.#silence + elapsed : 0;
    return { analyst: owner.analyst, host: owner.host, silent: this.#isSilent };
  }

  /** The token of a lock that may be taken over because its owner has been silent for long, else undefined. */
  get silentToken(): string | undefined {
    return this.#isSilent ? this.#last?.owner.token : undefined;
  }

  get #isSilent(): boolean {
    return this.#silence >= this.#silenceMilliseconds;
  }
}
