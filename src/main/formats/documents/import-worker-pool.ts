import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err } from '../../../domain/core/result.ts';
import type { OneOrMore } from '../../../domain/core/one-or-more.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { Work, WorkOutcome } from '../../workers/work.ts';
import { WorkerHost } from '../../workers/worker-host.ts';
import type { ReadDocument } from './read-document.ts';

/** What the pool asks of its worker, and what that answers. */
export interface ImportWork extends Work {
  readonly order: {
    readonly name: string;
    readonly mediaType: string | null;
    readonly bytes: Uint8Array;
  };
  readonly part: never;
  readonly progress: never;
  readonly result: Result<OneOrMore<ReadDocument>, AppError>;
}

/** How the pool's worker runs. */
export interface ImportPoolOptions {
  /** The built `worker.ts`, as a path or a file URL; the composition root knows where the bundler put it. */
  readonly workerPath: string | URL;
  /** Time for one document, in milliseconds; 20 seconds unless told. */
  readonly timeLimit?: number;
  /** Memory for one document with all that reading it takes, in megabytes; 512 unless told. */
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

// Milliseconds, counted from when the worker begins with a document (`adr/0009`).
const defaultTimeLimit = 20_000;
// Megabytes. The largest text that may be imported takes up to 350, with its bytes.
const defaultMemoryLimit = 512;

/** Makes a pool of one worker, which starts with the first item and is replaced when a document breaks it. */
export function createImportPool(options: ImportPoolOptions): ImportPool {
  const { workerPath, timeLimit, memoryLimit } = options;
  const host = new WorkerHost<ImportWork>({
    workerPath,
    limits: { time: timeLimit ?? defaultTimeLimit, memory: memoryLimit ?? defaultMemoryLimit },
  });
  return {
    async read({ name, bytes, mediaType = null }, signal) {
      const cancelling = signal === undefined ? {} : { signal };
      return resultOf(name, await host.run({ name, bytes, mediaType }, cancelling));
    },
    close: () => host.close(),
  };
}

function resultOf(name: string, outcome: WorkOutcome<ImportWork>): ImportWork['result'] {
  switch (outcome.ended) {
    case 'done':
      return outcome.result;
    case 'cancelled':
      return err(appError('import/cancelled', { name }));
    case 'over-limit':
      return err(appError('import/too-complex', { name, limit: outcome.limit }));
    case 'broken': {
      const isExit = outcome.by === 'exit';
      const reason = isExit ? 'reading it ended the reader' : 'it could not be parsed';
      return err(appError('import/malformed', { name, reason }));
    }
  }
}
