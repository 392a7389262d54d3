import { Worker } from 'node:worker_threads';
import { type JobOptions, RunningJob } from './running-job.ts';
import type { WorkLimits } from './work-limits.ts';
import type { Work, WorkOutcome } from './work.ts';
import { WorkerMemory } from './worker-memory.ts';

/** How a worker is run. */
export interface WorkerHostOptions {
  /** The built worker, as a path or a file URL; the composition root knows where the bundler put it. */
  readonly workerPath: string | URL;
  readonly limits: WorkLimits;
}

/** A worker and what it uses. */
interface Hosted {
  readonly worker: Worker;
  readonly memory: WorkerMemory;
}

/**
 * V8 ends the whole process, not just the worker, if the heap jumps over its hard limit in one allocation. So the
 * worker is watched and ended at its limit, and the hard one stands far above it as the last resort.
 */
const hardHeapFactor = 2;

/**
 * Keeps one worker and gives it jobs, one after another. It starts with the first of them. A job that is cancelled, goes over
 * its limits or breaks costs the worker, for a busy thread can only be ended, and the next job gets a new one. An idle worker
 * does not keep the program running.
 */
export class WorkerHost<W extends Work> {
  readonly #options: WorkerHostOptions;
  readonly #closing = new AbortController();
  #hosted: Hosted | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #ending: Promise<unknown> = Promise.resolve();
  #jobs = 0;

  constructor(options: WorkerHostOptions) {
    this.#options = options;
  }

  /** Does a job after those that were given before it. Never rejects. */
  run(order: W['order'], options: JobOptions<W> = {}): Promise<WorkOutcome<W>> {
    const { signal } = options;
    const either =
      signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal]);
    const outcome = this.#turn.then(() => this.#runNow(order, { ...options, signal: either }));
    this.#turn = outcome;
    return outcome;
  }

  /** Cancels every job, and waits until no worker touches anything any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#turn;
    this.#discard();
    await this.#ending;
  }

  async #runNow(
    order: W['order'],
    options: JobOptions<W> & { readonly signal: AbortSignal },
  ): Promise<WorkOutcome<W>> {
    if (options.signal.aborted) return { ended: 'cancelled' };
    this.#jobs += 1;
    try {
      this.#hosted ??= this.#start();
      const { limits } = this.#options;
      const job = new RunningJob<W>({ ...this.#hosted, ...options, limits, number: this.#jobs });
      const outcome = await job.run(order);
      if (outcome.ended !== 'done') this.#discard();
      return outcome;
    } catch (error) {
      // Only a path that leads to no worker gets here.
      const wrapped = error instanceof Error ? error : new Error(String(error));
      return { ended: 'broken', by: 'throw', error: wrapped };
    }
  }

  #start(): Hosted {
    const { workerPath, limits } = this.#options;
    const worker = new Worker(workerPath, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memory * hardHeapFactor },
      // A worker inherits the parent's flags, some of which a worker refuses.
      execArgv: [],
    });
    worker
      // An error that comes when no job waits for it must not end the process.
      .on('error', () => undefined)
      .on('exit', () => {
        if (this.#hosted?.worker === worker) this.#hosted = null;
      })
      .unref();
    return { worker, memory: new WorkerMemory(worker) };
  }

  #discard(): void {
    const ended = this.#hosted?.worker.terminate();
    this.#hosted = null;
    this.#ending = Promise.all([this.#ending, ended]);
  }
}

/** Does one job in a worker of its own; answers when that has ended, so that nothing of it is still being written. */
export async function workOnce<W extends Work>(
  options: WorkerHostOptions,
  order: W['order'],
  jobOptions?: JobOptions<W>,
): Promise<WorkOutcome<W>> {
  const host = new WorkerHost<W>(options);
  const outcome = await host.run(order, jobOptions);
  await host.close();
  return outcome;
}
