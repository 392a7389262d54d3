import type { CaseView } from '../../../domain/core/case-state.ts';
import type { DocumentId, DocumentRecord } from '../../../domain/records/document/record.ts';
import { type RowPlan, RowSource, useRows } from '../../state/rows.ts';

/** How far the analyst got with a document: coded means that something in it is highlighted. */
export type ReadingState = 'Unread' | 'Read' | 'Coded';

/** A document with what the case knows of it. */
export interface DocumentFacts {
  readonly id: DocumentId;
  readonly document: DocumentRecord;
  /** The publisher's name; empty if unknown. */
  readonly publisher: string;
  readonly highlights: number;
  readonly claims: number;
  /** The names of the tags on its highlights and claims, each once. */
  readonly tags: readonly string[];
}

/** How a document becomes a row. */
export const documentFactsPlan: RowPlan<'document', DocumentFacts> = {
  type: 'document',
  row: factsOf,
};

/** The rows of every document, kept between screens. */
export const documentFacts = new RowSource(documentFactsPlan);

/** Every document with what the case knows of it. */
export function useDocumentFacts(): readonly DocumentFacts[] {
  return useRows(documentFacts);
}

function factsOf(view: CaseView, document: DocumentRecord): DocumentFacts {
  const highlights = [...view.referring(document.id, 'highlight')];
  const claims = [...view.referring(document.id, 'claim')];
  const tags = new Set([...highlights, ...claims].flatMap((record) => record.tags));
  const { publisher } = document;
  return {
    id: document.id,
    document,
    publisher: publisher === null ? '' : (view.get(publisher)?.name ?? ''),
    highlights: highlights.length,
    claims: claims.length,
    tags: [...tags].flatMap((id) => view.get(id)?.name ?? []),
  };
}
