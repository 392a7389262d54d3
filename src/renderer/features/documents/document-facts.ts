import type { CaseView } from '../../../domain/core/case-state.ts';
import { isRecord } from '../../../domain/core/case-state.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import type { AnyId, DocumentId } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { RowSource, useRows } from '../../state/rows.ts';

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

/** The rows of every document, kept between screens. */
export const documentFacts = new RowSource<'document', DocumentFacts>({
  type: 'document',
  prepare,
  affected,
});

/** Every document with what the case knows of it. */
export function useDocumentFacts(): readonly DocumentFacts[] {
  return useRows(documentFacts);
}

/** Starts making document rows. */
export function prepare(view: CaseView): (document: DocumentRecord) => DocumentFacts {
  return (document) => {
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
  };
}

/** The records that show something of the given one in their document rows. */
export function affected(changed: AnyRecord, view: CaseView): Iterable<AnyId> {
  switch (changed.type) {
    case 'highlight':
    case 'claim':
      return [changed.document];
    case 'source':
      return view.referrers(changed.id);
    case 'tag':
      return [...view.referrers(changed.id)].flatMap((id) => {
        const record = view.get(id);
        return isRecord(record, 'highlight') || isRecord(record, 'claim') ? [record.document] : [];
      });
    case 'case':
    case 'analyst':
    case 'document':
    case 'rating':
    case 'link':
      return [];
  }
}
