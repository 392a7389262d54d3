import { byPlace, endOf } from '../anchoring/place.ts';
import type { CaseView } from '../core/case-state.ts';
import type { Claim } from '../records/claim/record.ts';
import type { Highlight, HighlightId } from '../records/highlight/record.ts';
import type { DocumentId } from '../records/document/record.ts';

/** A document's highlights as a reader meets them: by first word; of two that begin together, the longer first. */
export function highlightsInOrder(view: CaseView, document: DocumentId): Highlight[] {
  return [...view.referring(document, 'highlight')].sort(byPlace);
}

/**
 * Numbers highlights of several documents through, from 1, in the order of the documents and, within one, of the
 * places where the numbers stand: after the last word of a highlight's first span.
 */
export function numberHighlights(
  view: CaseView,
  documents: Iterable<DocumentId>,
): ReadonlyMap<HighlightId, number> {
  const numbers = new Map<HighlightId, number>();
  for (const document of documents) {
    const highlights = highlightsInOrder(view, document);
    highlights.sort((a, b) => firstEndOf(a) - firstEndOf(b));
    for (const { id } of highlights) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

/** The claims anchored in a highlight, oldest first. */
export function claimsOn(view: CaseView, highlight: HighlightId): Claim[] {
  return [...view.referring(highlight, 'claim')].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function firstEndOf({ spans }: Highlight): number {
  return endOf({ spans: spans.slice(0, 1) });
}
