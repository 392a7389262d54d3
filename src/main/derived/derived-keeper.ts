import type { AppError } from '../../contract/errors.ts';
import { type Result, ok } from '../../domain/core/result.ts';
import { attempt } from '../store/disk/file-errors.ts';
import { Slices } from '../store/disk/slices.ts';
import type { CaseStore } from '../store/store-interface.ts';
import type { Derived } from './derived.ts';

// To read more changes than that takes about as long as to go through a large case.
const mostFollowed = 1_000;

/**
 * Keeps a derived thing as of the last change of an open case: takes in what was changed since, also before the case was
 * opened, and rebuilds it where that is not possible. Goes on by itself with every change, in slices.
 */
export class DerivedKeeper {
  readonly #store: CaseStore;
  readonly #derived: Derived;
  readonly #unsubscribe: () => void;
  #running: Promise<Result<null, AppError>> | null = null;
  #isClosed = false;

  constructor(store: CaseStore, derived: Derived) {
    this.#store = store;
    this.#derived = derived;
    this.#unsubscribe = store.subscribe(() => void this.current());
  }

  /**
   * Resolves when the derived thing is as of the case's last change. Fails where neither the changes since nor the case as a
   * whole can be told, as where its disk is gone; it is tried again when it is asked for again.
   */
  current(): Promise<Result<null, AppError>> {
    this.#running ??= this.#catchUp();
    return this.#running;
  }

  /** Ends the following, and keeps what there is by then. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unsubscribe();
    await this.#running;
    await this.#derived.close();
  }

  async #catchUp(): Promise<Result<null, AppError>> {
    // Changes that are acknowledged in the same turn are read together.
    await Promise.resolve();
    try {
      while (!this.#isClosed && this.#derived.upTo?.hash !== this.#store.head) {
        const { name } = this.#derived;
        const followed = await attempt(name, () => this.#follow());
        if (followed.ok && followed.value) continue;
        const rebuilt = await this.#rebuild();
        if (!rebuilt.ok) return rebuilt;
      }
      return ok(null);
    } finally {
      // At once: a change that comes after the last look must not find this one still running.
      this.#running = null;
    }
  }

  /** Takes in the changes since; false where they cannot be told, or it is damaged. */
  async #follow(): Promise<boolean> {
    const { upTo } = this.#derived;
    if (upTo === null || this.#store.seq - upTo.seq > mostFollowed) return false;
    const lines = await this.#store.history.since(upTo);
    if (!lines.ok) return false;
    const slices = new Slices();
    for (const { diff, seq, hash } of lines.value) {
      if (this.#isClosed) break;
      await this.#derived.apply(diff, { seq, hash });
      await slices.pause();
    }
    return true;
  }

  // The present case goes on changing while this is under way; the one of a moment does not.
  async #rebuild(): Promise<Result<null, AppError>> {
    const still = await this.#store.asOf(this.#store.seq);
    if (!still.ok) return still;
    const { view, seq, head } = still.value;
    const rebuilt = await attempt(this.#derived.name, () =>
      this.#derived.rebuild(view, { seq, hash: head }),
    );
    await still.value.close();
    return rebuilt.ok ? ok(null) : rebuilt;
  }
}
