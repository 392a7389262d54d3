import type { CallResult } from '../../contract/calls.ts';
import type { Events } from '../../contract/events.ts';

type Change = Events['case/changed'];
type Answer = CallResult<'command/run'>;

/**
 * The changes that are on their way to a case while it is on show, and who waits for them. A change and the answer to who
 * made it come one after the other; the change waits for the answer, so that what was made shows and is selected in one
 * moment, with no key in between.
 */
export class AwaitedChanges {
  readonly #take: (change: Change) => void;
  // The last change that was taken in, and the last that a command of this window is known to have made.
  #taken: number;
  #answered = 0;
  // How many commands of this window are under way.
  #unanswered = 0;
  // Changes that wait for an answer, in the order of their numbers.
  readonly #held: Change[] = [];
  readonly #waiting = new Set<{ seq: number; resolve: (isHere: boolean) => void }>();
  #isOver = false;

  /** Starts after a change; `take` puts each of those that follow into the copy of the case. */
  constructor(seq: number, take: (change: Change) => void) {
    this.#taken = seq;
    this.#take = take;
  }

  /** Waits for the answer to a command of this window, and holds back meanwhile what it may have changed. */
  async answerTo(command: Promise<Answer>): Promise<Answer> {
    this.#unanswered += 1;
    try {
      const answer = await command;
      // `seq` is null where a command had nothing to change.
      if (answer.ok) this.#answered = Math.max(this.#answered, answer.value.seq ?? 0);
      return answer;
    } finally {
      this.#unanswered -= 1;
      // With nothing under way, what is still held was made elsewhere, and has nobody's answer to wait for.
      this.#release(this.#unanswered === 0 ? Infinity : this.#answered);
    }
  }

  /** Takes a change in, once the command that made it is answered. */
  follow(change: Change): void {
    if (this.#unanswered > 0 && change.seq > this.#answered) this.#held.push(change);
    else this.#takeIn(change);
  }

  /** Takes in all that is held back. */
  releaseAll(): void {
    this.#release(Infinity);
  }

  /** Notes that the copy has everything up to a change in it, also what did not come through here. */
  reach(seq: number): void {
    this.#taken = Math.max(this.#taken, seq);
    for (const waiter of this.#waiting) {
      if (waiter.seq > this.#taken) continue;
      this.#waiting.delete(waiter);
      waiter.resolve(true);
    }
  }

  /** Waits until the change of that number, if any, is in the copy; false if the case is no longer on show by then. */
  until(seq: number | null): Promise<boolean> {
    if (this.#isOver) return Promise.resolve(false);
    if (seq === null || seq <= this.#taken) return Promise.resolve(true);
    return new Promise((resolve) => this.#waiting.add({ seq, resolve }));
  }

  /** Lets go of everything: the case is closed, or something else is shown. */
  end(): void {
    this.#isOver = true;
    this.#held.length = 0;
    for (const { resolve } of this.#waiting) resolve(false);
  }

  #release(last: number): void {
    for (let next = this.#held[0]; next !== undefined && next.seq <= last; next = this.#held[0]) {
      this.#held.shift();
      this.#takeIn(next);
    }
  }

  #takeIn(change: Change): void {
    this.#take(change);
    this.reach(change.seq);
  }
}
