import { PerformanceObserver, monitorEventLoopDelay } from 'node:perf_hooks';
import { milliseconds } from './table.ts';

const resolution = 1;

/** Watches how long the main thread is held up, and how much of that is the collection of garbage. */
export class Blocks {
  readonly #delay = monitorEventLoopDelay({ resolution });
  readonly #observer: PerformanceObserver;
  #collection = 0;

  constructor() {
    this.#observer = new PerformanceObserver((list) => {
      this.#take(list.getEntries());
    });
    this.#observer.observe({ entryTypes: ['gc'] });
    this.#delay.enable();
  }

  /** Ends the watch; answers the longest block in milliseconds, with the longest pause for garbage within it in brackets. */
  end(): string {
    this.#delay.disable();
    // What was seen last was not handed over yet.
    this.#take(this.#observer.takeRecords());
    this.#observer.disconnect();
    // The timer that measures them is itself due only once in so many milliseconds.
    const longest = Math.max(0, this.#delay.max / 1e6 - resolution);
    return `${milliseconds(longest)} (${milliseconds(this.#collection)})`;
  }

  #take(entries: readonly PerformanceEntry[]): void {
    for (const { duration } of entries) this.#collection = Math.max(this.#collection, duration);
  }
}
