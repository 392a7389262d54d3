import process from 'node:process';
import type { Worker } from 'node:worker_threads';

/** Bytes, as an isolate tells them of itself. */
interface ToldMemory {
  /** The heap in use, array buffers, and WebAssembly memory that is not shared. */
  readonly used: number;
  /** What of the process's memory that accounts for: garbage counts as well. */
  readonly held: number;
}

// The process's memory is one for all: what the other workers account for must not be taken for this one's.
const living = new Set<WorkerMemory>();

/**
 * The memory that one worker uses, seen from outside and also while it is busy. Its isolate is asked for its heap and its
 * buffers. What no isolate knows of (shared memory, also that of WebAssembly; what native code allocates) shows only as growth
 * of the whole process; it counts for every worker that has a job meanwhile, since nobody can tell whose it is.
 */
export class WorkerMemory {
  readonly #worker: Worker;
  #told: ToldMemory = { used: 0, held: 0 };
  // What no isolate knew of when the job was looked at first; null before that.
  #untoldBefore: number | null = null;
  #growth = 0;
  #isMeasured = false;
  #isAsking = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    living.add(this);
    worker.once('exit', () => {
      living.delete(this);
      // What it has left in the process, or has given back, is no growth of the others'.
      for (const other of living) other.#untoldBefore = untold() - other.#growth;
    });
  }

  /** Begins to count anew with the next look: what is there by then is none of the coming job's. */
  begin(): void {
    this.#untoldBefore = null;
    this.#growth = 0;
    this.#isMeasured = false;
  }

  /** Bytes in use as far as is known now; to be looked at again and again, because the answers of the worker come later. */
  look(): number {
    const now = untold();
    this.#untoldBefore ??= now;
    this.#growth = Math.max(0, now - this.#untoldBefore);
    this.#ask();
    return this.#told.used + this.#growth;
  }

  // An isolate answers between two steps of its program; what it grows by until then shows in the process.
  #ask(): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    void this.#worker
      .getHeapStatistics()
      .then(
        ({ used_heap_size: heap, total_physical_size: pages, external_memory: buffers }) => {
          this.#told = { used: heap + buffers, held: pages + buffers };
          // What it told last may have been long past at the first look.
          if (!this.#isMeasured) this.#untoldBefore = untold();
          this.#isMeasured = true;
        },
        // It has not begun yet, or has ended.
        () => undefined,
      )
      .then(() => {
        this.#isAsking = false;
      });
  }

  /** Bytes of the process that the worker's isolate accounts for. */
  get held(): number {
    return this.#told.held;
  }
}

// Bytes of the process that neither this thread's isolate nor that of any worker accounts for.
function untold(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  let rest = rss - heapTotal - external;
  for (const { held } of living) rest -= held;
  return rest;
}
