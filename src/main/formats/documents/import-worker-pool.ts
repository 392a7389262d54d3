import { Worker } from 'node:worker_threads';
import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err } from '../../../domain/core/result.ts';
import type { OneOrMore } from '../../../domain/core/one-or-more.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { ReadDocument } from './read-document.ts';
import type { ImportAnswer, ImportQuestion } from './worker-messages.ts';

/** How the pool's worker runs. */
export interface ImportPoolOptions {
  /** The built `worker.ts`, as a path or a file URL; the composition root knows where the bundler put it. */
  readonly workerPath: string | URL;
  /** Time for one document, in milliseconds; 20 seconds unless told. */
  readonly timeLimit?: number;
  /** Heap for one document, in megabytes; 256 unless told. */
  readonly memoryLimit?: number;
}

/** An item to read. */
interface ImportItem {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/** Reads hostile files one after the other in a worker that can be killed without harm. */
export interface ImportPool {
  /**
   * Reads one item; items wait for those before them. Fails as the importers do, with `import/too-complex` over the
   * limits of time or memory, and with `import/cancelled` on the signal or after `close`. Never rejects.
   */
  read(item: ImportItem, signal?: AbortSignal): Promise<Result<OneOrMore<ReadDocument>, AppError>>;
  /** Ends the worker; items not yet read fail with `import/cancelled`. */
  close(): Promise<void>;
}

type Outcome = Result<OneOrMore<ReadDocument>, AppError>;

const defaultTimeLimit = 20_000;
const defaultMemoryLimit = 256;

/**
 * V8 ends the whole process, not just the worker, if the heap jumps over its hard limit in one allocation. So the
 * worker is watched and ended at the limit, and the hard limit stands far above it as the last resort.
 */
const hardMemoryFactor = 2;
const watchInterval = 50;

/** Makes a pool of one worker, which starts with the first item and is replaced when a document breaks it. */
export function createImportPool(options: ImportPoolOptions): ImportPool {
  const closing = new AbortController();
  const timeLimit = options.timeLimit ?? defaultTimeLimit;
  const memoryLimit = options.memoryLimit ?? defaultMemoryLimit;
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let questions = 0;

  function startWorker(): Worker {
    const started = new Worker(options.workerPath, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit * hardMemoryFactor },
      // A worker inherits the parent's flags, some of which a worker refuses.
      execArgv: [],
    });
    // An error that arrives after its question was settled must not end the process.
    started.on('error', () => undefined);
    started.unref();
    return started;
  }

  function discardWorker(): void {
    const broken = worker;
    worker = null;
    void broken?.terminate();
  }

  async function readNow(item: ImportItem, signal: AbortSignal): Promise<Outcome> {
    if (signal.aborted) {
      return cancelled(item.name);
    }
    worker ??= startWorker();
    questions += 1;
    const question = {
      id: questions,
      name: item.name,
      mediaType: item.mediaType ?? null,
      bytes: item.bytes,
    };
    const { outcome, isBroken } = await ask(worker, question, { signal, timeLimit, memoryLimit });
    if (isBroken) {
      discardWorker();
    }
    return outcome;
  }

  return {
    read(item, signal) {
      const either =
        signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
      const outcome = queue.then(() => readNow(item, either));
      queue = outcome;
      return outcome;
    },
    async close() {
      closing.abort();
      await queue;
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
}

interface AskLimits {
  readonly signal: AbortSignal;
  readonly timeLimit: number;
  readonly memoryLimit: number;
}

interface Reply {
  readonly outcome: Outcome;
  /** Whether the worker may still be busy or is dead, and must be replaced. */
  readonly isBroken: boolean;
}

function ask(worker: Worker, question: ImportQuestion, limits: AskLimits): Promise<Reply> {
  const { name } = question;
  return new Promise((resolve) => {
    function settle(outcome: Outcome, isBroken: boolean): void {
      clearTimeout(timer);
      clearInterval(watch);
      limits.signal.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve({ outcome, isBroken });
    }
    function onMessage(answer: ImportAnswer): void {
      if (answer.id === question.id) {
        settle(answer.result, false);
      }
    }
    function onError(error: unknown): void {
      settle(outcomeOfError(error, name, limits.memoryLimit), true);
    }
    function onExit(): void {
      settle(
        err(appError('import/malformed', { name, reason: 'reading it ended the reader' })),
        true,
      );
    }
    function onAbort(): void {
      settle(cancelled(name), true);
    }
    const timer = setTimeout(() => {
      settle(err(appError('import/too-complex', { name, limit: seconds(limits.timeLimit) })), true);
    }, limits.timeLimit);
    const watch = setInterval(() => {
      void usedMegabytes(worker).then((used) => {
        if (used > limits.memoryLimit) {
          settle(overMemory(name, limits.memoryLimit), true);
        }
      });
    }, watchInterval);
    limits.signal.addEventListener('abort', onAbort, { once: true });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(question);
  });
}

/** The worker's heap; 0 once it has ended. */
async function usedMegabytes(worker: Worker): Promise<number> {
  try {
    return (await worker.getHeapStatistics()).used_heap_size / 1_000_000;
  } catch {
    return 0;
  }
}

function outcomeOfError(error: unknown, name: string, memoryLimit: number): Outcome {
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? overMemory(name, memoryLimit)
    : err(appError('import/malformed', { name, reason: 'it could not be parsed' }));
}

function overMemory(name: string, memoryLimit: number): Outcome {
  return err(appError('import/too-complex', { name, limit: `${memoryLimit} MB of memory` }));
}

function cancelled(name: string): Outcome {
  return err(appError('import/cancelled', { name }));
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} seconds`;
}
