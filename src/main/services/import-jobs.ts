import type { ImportProgress, ImportReport } from '../../contract/imports.ts';
import type { AppError } from '../../contract/errors.ts';
import type { Result } from '../../domain/core/result.ts';
import { type ImportPool, createImportPool } from '../formats/documents/import-worker-pool.ts';
import type { CaseStore } from '../store/case-store.ts';
import { type ImportInput, importDocuments } from './import-documents.ts';

/**
 * The imports under way: starts them, tells how far they are, and cancels them. Two may be under way at once; their
 * files then take turns in the one worker.
 */
export interface ImportJobs {
  /** Imports under a name that the window made up, by which it hears of it and can cancel it. */
  start(
    job: string,
    store: CaseStore,
    inputs: readonly ImportInput[],
  ): Promise<Result<ImportReport, AppError>>;
  /** Cancels one import; one that is over, or never was, is left alone. */
  cancel(job: string): void;
  /** Cancels everything, and waits until nothing is under way any more. */
  readonly cancelAll: () => Promise<void>;
  /** Cancels everything as well, and ends the worker. */
  close(): Promise<void>;
}

/** Makes the import jobs of the app; the worker starts with the first import and is kept for the next. */
export function createImportJobs(
  workerPath: string,
  onProgress: (job: string, progress: ImportProgress) => void,
): ImportJobs {
  const running = new Map<string, { controller: AbortController; over: Promise<unknown> }>();
  let pool: ImportPool | null = null;

  async function cancelAll(): Promise<void> {
    const imports = [...running.values()];
    for (const { controller } of imports) controller.abort();
    await Promise.allSettled(imports.map(({ over }) => over));
  }

  return {
    start(job, store, inputs) {
      // Started with the first import, because its libraries take memory and not every session imports.
      pool ??= createImportPool({ workerPath });
      const controller = new AbortController();
      const { signal } = controller;
      const over = importDocuments({
        ...{ store, pool, inputs, signal },
        onProgress: (progress) => {
          onProgress(job, progress);
        },
      }).finally(() => running.delete(job));
      running.set(job, { controller, over });
      return over;
    },
    cancel(job) {
      running.get(job)?.controller.abort();
    },
    cancelAll,
    async close() {
      const cancelled = cancelAll();
      await pool?.close();
      await cancelled;
    },
  };
}
