import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import {
  type ImportProgress,
  type ImportReport,
  maximumImportBytes,
} from '../../contract/imports.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { type FolderListing, readFileForImport } from '../formats/documents/import-file.ts';
import { type ImportPool, createImportPool } from '../formats/documents/import-worker-pool.ts';
import type { CaseStore } from '../store/case-store.ts';
import { type ImportInput, importDocuments } from './import-documents.ts';

/** The imports under way: starts them one at a time, tells how far they are, and cancels them. */
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
      pool ??= createImportPool({ workerPath });
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

/** A file on disk as something to import. */
export function fileInput(path: string): ImportInput {
  return {
    name: basename(path),
    load: async () => {
      const file = await readFileForImport(path);
      return file.ok ? ok(file.value.bytes) : file;
    },
  };
}

/** Bytes that are already here, such as a dropped file, as something to import; too many are refused as of a file. */
export function bytesInput(name: string, bytes: Uint8Array): ImportInput {
  const size = bytes.length;
  const limit = maximumImportBytes;
  const loaded =
    size > limit ? err(appError('import/too-large', { name, size, limit })) : ok(bytes);
  return { name, load: () => Promise.resolve(loaded) };
}

/** The files of a folder as things to import; what had to be left out fails by name, except what is hidden. */
export function folderInputs({ files, skipped }: FolderListing): ImportInput[] {
  const left = skipped
    .filter(({ reason }) => reason !== 'hidden')
    .map(({ path, reason }): ImportInput => {
      const name = basename(path);
      const error =
        reason === 'unreadable'
          ? appError('import/no-permission', { name })
          : appError('import/unreadable', {
              name,
              reason: `it is not a file but a ${skippedKinds[reason]}`,
            });
      return { name, load: () => Promise.resolve(err(error)) };
    });
  return [...files.map(fileInput), ...left];
}

const skippedKinds = { hidden: 'hidden file', link: 'link', special: 'device' } as const;
