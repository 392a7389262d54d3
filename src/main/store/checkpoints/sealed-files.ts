import { type WorkLimits, ownWorkMemory } from '../../workers/work-limits.ts';
import type { Work } from '../../workers/work.ts';
import { WorkerHost } from '../../workers/worker-host.ts';

/** What is asked of the worker that reads checkpoints: paths; and its answer: of each its bytes, if its seal is intact. */
export interface ReadingWork extends Work {
  readonly order: readonly string[];
  readonly part: never;
  readonly progress: never;
  readonly result: readonly (Uint8Array | null)[];
}

// A disk takes as long as it takes.
const limits: WorkLimits = { time: null, memory: ownWorkMemory };

/**
 * Reads checkpoints beside the main thread and holds them against their seals. Of what is not intact, and of everything where
 * the worker itself fails, it says nothing: to find out what is the matter is left to whoever asked.
 */
export class SealedFiles {
  readonly #host: WorkerHost<ReadingWork>;

  /** `workerPath` is the built `worker.ts`. */
  constructor(workerPath: string | URL) {
    this.#host = new WorkerHost({ workerPath, limits });
  }

  /** The bytes of each file, or null. */
  async read(paths: readonly string[]): Promise<ReadingWork['result']> {
    const outcome = await this.#host.run(paths);
    return outcome.ended === 'done' ? outcome.result : paths.map(() => null);
  }

  /** Ends the worker. */
  close(): Promise<void> {
    return this.#host.close();
  }
}
