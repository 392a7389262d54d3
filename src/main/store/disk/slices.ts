import { setImmediate } from 'node:timers/promises';

// Half of the 4 ms that saving may hold up the main process, because a slice is only looked at between two steps.
const sliceMilliseconds = 2;

/** Keeps long work from holding up everything else: call it between steps, and it lets others run when a slice is used up. */
export class Slices {
  #begun = performance.now();
  #turn: Promise<void> = Promise.resolve();

  /** Resolves at once, or after a turn of the event loop. */
  async pause(): Promise<void> {
    if (!this.used()) return;
    // One after another: all that wait at the same time would go on in the same turn.
    this.#turn = this.#turn.then(() => setImmediate());
    await this.#turn;
    this.#begun = performance.now();
  }

  /** Tells whether the present slice is used up. */
  used(): boolean {
    return performance.now() - this.#begun >= sliceMilliseconds;
  }
}
