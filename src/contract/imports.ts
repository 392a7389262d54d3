import type { AppError } from './errors.ts';
import type { OneOrMore } from '../domain/core/one-or-more.ts';
import type { DocumentId } from '../domain/records/document/record.ts';

/** A format that documents are imported from, as the window names it. */
export interface DocumentFormatName {
  /** What stands in records for the format. */
  readonly id: string;
  /** As a list names it: “Web page (HTML)”. */
  readonly label: string;
  /** As a sentence names files of it: “web pages”. */
  readonly plural: string;
}

/** What became of one file of an import. */
export type ImportOutcome =
  /** The documents it gave, the main one first. */
  | {
      readonly name: string;
      readonly status: 'imported';
      readonly documents: OneOrMore<DocumentId>;
    }
  /** The case has its bytes already: what it has of it. */
  | { readonly name: string; readonly status: 'known'; readonly documents: OneOrMore<DocumentId> }
  | { readonly name: string; readonly status: 'failed'; readonly error: AppError };

/** How far an import has come. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly current: string;
}

/** What became of an import, file by file in the order they were chosen. */
export interface ImportReport {
  readonly cancelled: boolean;
  readonly outcomes: readonly ImportOutcome[];
}

/** The largest file that is imported, in bytes; more text than anybody reads as one document. */
export const maximumImportBytes = 64_000_000;
