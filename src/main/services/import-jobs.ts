import { randomUUID } from 'node:crypto';
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
  start(store: CaseStore, inputs: readonly ImportInput[]): Promise<Result<ImportReport, AppError>>;
  /** Cancels one import; one that is over, or never was, is left alone. */
  cancel(job: string): void;
  /** Cancels everything and ends the worker. */
  close(): Promise<void>;
}

/** Makes the import jobs of the app; the worker starts with the first import and is kept for the next. */
export function createImportJobs(
  workerPath: string,
  onProgress: (progress: ImportProgress) => void,
): ImportJobs {
  const running = new Map<string, AbortController>();
  let pool: ImportPool | null = null;

  return {
    async start(store, inputs) {
      // Started with the first import, because its libraries take memory and not every session imports.
      pool ??= createImportPool({ workerPath });
      // The window learns it from the first progress, and cancels by it.
      const job = randomUUID();
      const controller = new AbortController();
      running.set(job, controller);
      try {
        const { signal } = controller;
        return await importDocuments({ job, store, pool, inputs, signal, onProgress });
      } finally {
        running.delete(job);
      }
    },
    cancel(job) {
      running.get(job)?.abort();
    },
    async close() {
      for (const controller of running.values()) controller.abort();
      await pool?.close();
    },
  };
}
