import type { AppError } from './errors.ts';
import type { DocumentId } from '../domain/core/ids.ts';

/** What became of one file of an import. */
export type ImportOutcome =
  | { readonly name: string; readonly status: 'imported'; readonly document: DocumentId }
  | { readonly name: string; readonly status: 'known'; readonly document: DocumentId }
  | { readonly name: string; readonly status: 'failed'; readonly error: AppError };

/** How far an import has come. */
export interface ImportProgress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly current: string;
}

/** What became of an import, file by file in the order they were chosen. */
export interface ImportReport {
  readonly job: string;
  readonly cancelled: boolean;
  readonly outcomes: readonly ImportOutcome[];
}

/** The largest file that is imported, in bytes; more text than anybody reads as one document. */
export const maximumImportBytes = 64_000_000;
