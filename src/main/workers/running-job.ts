import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { type WorkLimits, memoryInWords, timeInWords } from './work-limits.ts';
import type { BreakCause, Work, WorkAnswer, WorkOutcome, WorkRequest } from './work.ts';
import type { WorkerMemory } from './worker-memory.ts';

// A worker that fills memory as fast as it can takes some 100 MB in the meantime.
const watchMilliseconds = 50;

// A new worker on a busy machine loads its program for seconds, which is not the job's fault.
const startMilliseconds = 30_000;

/** What a job may come with besides its order. */
export interface JobOptions<W extends Work> {
  /** What the worker gets before the order, one at a time. */
  readonly parts?: Iterable<W['part']>;
  /** Ends the job, also one that waits for its turn. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: W['progress']) => void;
}

/** The worker that is to do a job, and under which conditions. */
export interface JobBasis<W extends Work> extends JobOptions<W> {
  readonly worker: Worker;
  readonly memory: WorkerMemory;
  /** Tells the answers to this job from others. */
  readonly number: number;
  readonly limits: WorkLimits;
  readonly signal: AbortSignal;
}

/** One job from its first part to its outcome, which is whatever comes first. Ending the worker is its host's. */
export class RunningJob<W extends Work> {
  readonly #basis: JobBasis<W>;
  readonly #ending = Promise.withResolvers<WorkOutcome<W>>();
  #watch: NodeJS.Timeout | undefined;
  #clock: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(basis: JobBasis<W>) {
    this.#basis = basis;
  }

  /** Gives the job to the worker, and watches that until the job is over. */
  async run(order: W['order']): Promise<WorkOutcome<W>> {
    const { worker, memory, signal } = this.#basis;
    worker.on('message', this.#onMessage).on('messageerror', this.#onError);
    worker.on('error', this.#onError).on('exit', this.#onExit);
    signal.addEventListener('abort', this.#onAbort);
    // While it works it keeps the program running; an idle one does not.
    worker.ref();
    memory.begin();
    this.#watchMemory();
    this.#limitTime(startMilliseconds);
    this.#send(order).catch(this.#onError);
    try {
      return await this.#ending.promise;
    } finally {
      clearInterval(this.#watch);
      clearTimeout(this.#clock);
      worker.off('message', this.#onMessage).off('messageerror', this.#onError);
      worker.off('error', this.#onError).off('exit', this.#onExit);
      signal.removeEventListener('abort', this.#onAbort);
      worker.unref();
    }
  }

  #watchMemory(): void {
    const { memory, limits } = this.#basis;
    this.#watch = setInterval(() => {
      if (memory.look() > limits.memory * 1e6) this.#overLimit(memoryInWords(limits.memory));
    }, watchMilliseconds);
  }

  #limitTime(grace: number): void {
    const { time } = this.#basis.limits;
    if (time === null) return;
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      this.#overLimit(timeInWords(time));
    }, time + grace);
  }

  async #send(order: W['order']): Promise<void> {
    const { number: job, parts = [] } = this.#basis;
    for (const part of parts) {
      this.#post({ job, part });
      // The main thread takes a turn between two parts.
      await setImmediate();
      if (this.#isOver) return;
    }
    this.#post({ job, order });
  }

  #post(request: WorkRequest<W>): void {
    this.#basis.worker.postMessage(request);
  }

  // Of what follows the first ending nothing counts, not even progress that is on its way.
  #end(outcome: WorkOutcome<W>): void {
    this.#isOver = true;
    this.#ending.resolve(outcome);
  }

  #overLimit(limit: string): void {
    this.#end({ ended: 'over-limit', limit });
  }

  #broken(by: BreakCause, error: Error): void {
    this.#end({ ended: 'broken', by, error });
  }

  readonly #onAbort = (): void => {
    this.#end({ ended: 'cancelled' });
  };

  readonly #onMessage = (message: unknown): void => {
    if (this.#isOver) return;
    const { number, onProgress } = this.#basis;
    if (!isAnswer<W>(message, number))
      this.#broken('malformed-answer', new Error('A worker answered what is no answer'));
    else if ('result' in message) this.#end({ ended: 'done', result: message.result });
    else if ('progress' in message) onProgress?.(message.progress);
    // “Begun”: from now on the time is the job's own.
    else this.#limitTime(0);
  };

  readonly #onError = (error: unknown): void => {
    if (isOutOfMemory(error)) this.#overLimit(memoryInWords(this.#basis.limits.memory));
    else this.#broken('throw', error instanceof Error ? error : new Error(String(error)));
  };

  readonly #onExit = (code: number): void => {
    this.#broken('exit', new Error(`A worker ended with code ${code}`));
  };
}

// What stands in an answer is made by the worker's own code, and is what its type says.
function isAnswer<W extends Work>(message: unknown, job: number): message is WorkAnswer<W> {
  if (typeof message !== 'object' || message === null) return false;
  if (!('job' in message) || message.job !== job) return false;
  return ['begun', 'progress', 'result'].some((kind) => kind in message);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
