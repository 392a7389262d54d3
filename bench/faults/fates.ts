import process from 'node:process';
import { type FaultPlan, type OperationKind, canHit, cutOf } from './operations.ts';
import type { UnsyncedEffects } from './unsynced.ts';

/** What becomes of an operation. */
export type Fate =
  | { readonly kind: 'done' }
  | { readonly kind: 'half' }
  | { readonly kind: 'half-and-dead' }
  | { readonly kind: 'failed'; readonly code: 'ENOSPC' | 'EIO' };

/** Counts operations and decides what becomes of each, as planned. */
export class Fates {
  readonly #plan: FaultPlan | null;
  readonly #unsynced: UnsyncedEffects;
  readonly #onFault: (moment: string) => void;
  readonly #operations: OperationKind[] = [];
  #armed = false;
  #hits = 0;

  /** `onFault` is told where the fault strikes, before it does. */
  constructor(
    plan: FaultPlan | null,
    unsynced: UnsyncedEffects,
    onFault: (moment: string) => void,
  ) {
    this.#plan = plan;
    this.#unsynced = unsynced;
    this.#onFault = onFault;
  }

  /** Whether operations count. */
  get armed(): boolean {
    return this.#armed;
  }

  /** The operations that counted. */
  get operations(): readonly OperationKind[] {
    return this.#operations;
  }

  /** Lets operations count, and go wrong, from here on. */
  arm(): void {
    this.#armed = true;
  }

  /** Lets nothing go wrong any more but the power, which goes now if that was planned for the end. */
  end(): void {
    this.#armed = false;
    if (this.#plan === null) return;
    const loss = cutOf(this.#plan.fault);
    const atTheEnd = loss !== null && this.#plan.at === this.#hits + 1;
    if (this.#plan.fault === 'sync-error-cut' || atTheEnd) this.#cut(loss ?? 'all', 'the end');
  }

  /** Decides about the next operation; does not return if the program is to die before it. */
  of(kind: OperationKind, path: string): Fate {
    if (!this.#armed) return { kind: 'done' };
    this.#operations.push(kind);
    const plan = this.#plan;
    if (plan === null || !canHit(plan.fault, kind)) return { kind: 'done' };
    this.#hits += 1;
    const moment = `${kind} ${path}`;
    if (this.#hits === plan.at) return this.#strike(plan, kind, moment);
    const stays = plan.fault === 'full' && this.#hits > plan.at;
    return stays ? { kind: 'failed', code: 'ENOSPC' } : { kind: 'done' };
  }

  #strike({ fault }: FaultPlan, kind: OperationKind, moment: string): Fate {
    const loss = cutOf(fault);
    if (loss !== null) this.#cut(loss, moment);
    this.#onFault(moment);
    switch (fault) {
      case 'kill':
        return die();
      case 'kill-half':
        return { kind: 'half-and-dead' };
      case 'short-write':
        return { kind: 'half' };
      case 'full':
        // A disk takes what it has room for before it says that it is full.
        return kind === 'write' ? { kind: 'half' } : { kind: 'failed', code: 'ENOSPC' };
      case 'full-once':
        return { kind: 'failed', code: 'ENOSPC' };
      default:
        return { kind: 'failed', code: 'EIO' };
    }
  }

  #cut(loss: Parameters<UnsyncedEffects['cut']>[0], moment: string): never {
    this.#onFault(moment);
    this.#unsynced.cut(loss);
    return die();
  }
}

/** Ends this process as a power cut does, and as `kill -9` does: at once. */
export function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('Killed');
}
