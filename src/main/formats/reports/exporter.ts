import type { CaseView } from '../../../domain/core/case-state.ts';
import type { CaseRecord } from '../../../domain/records/case/record.ts';
import type { Claim, ClaimId } from '../../../domain/records/claim/record.ts';
import type { DocumentId, DocumentRecord } from '../../../domain/records/document/record.ts';
import type { Source, SourceId } from '../../../domain/records/source/record.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import type { HighlightId } from '../../../domain/records/highlight/record.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';

/** One file of an export, complete in memory. */
export interface ExportedFile {
  /** A plain name such as "claims.csv", the same for every case; callers put their own before it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is to be exported, and what the result says of its own making. */
export interface ExportRequest {
  readonly view: CaseView;
  /** The canonical text of each document to report on; no other is asked for. */
  readonly texts: (document: DocumentId) => DocumentText;
  /** The documents to report on, in the order they are to appear. */
  readonly documents: readonly DocumentId[];
  /** The id of a format; null: the page of the annotated report that the window previews, which nobody saves. */
  readonly format: string | null;
  /** The journal entry the case stood at: its number, and the (shortened) hash that proves it. */
  readonly state: { readonly seq: number; readonly hash: string };
  /** When the export is made: ISO 8601, UTC. */
  readonly at: string;
  /** The program and version, such as "Assay 0.1.0". */
  readonly generator: string;
}

/** The part of a case that an export is about, in the order and under the numbers in which it appears. */
export interface Contents {
  readonly caseRecord: CaseRecord;
  readonly documents: readonly DocumentRecord[];
  /** Numbers run through all documents, from 1. */
  readonly highlights: ReadonlyMap<HighlightId, number>;
  /** Every claim made in one of the documents or anchored in one, by its first words there. */
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  /** Every source that publishes one of the documents or is named for one of the claims, by number. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Every tag on one of the highlights or claims, by name. */
  readonly tags: ReadonlyMap<TagId, number>;
}

/** What writes a format. */
export interface Exporter {
  /** Makes the bytes of each of the format's files, in their order; pure. */
  readonly write: (contents: Contents, request: ExportRequest) => Uint8Array[];
}
