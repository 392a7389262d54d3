import { useMemo } from 'react';
import { useRemembered } from '../../state/view-state.ts';
import { type DocumentFacts, type ReadingState, useDocumentFacts } from './document-facts.ts';

/** A document as a row of the table. */
export interface DocumentRow extends DocumentFacts {
  readonly state: ReadingState;
}

// Facts stay the same object until something of the document changes, and so do the rows made of them.
const made = new WeakMap<DocumentFacts, DocumentRow>();

/** Every document as a row. */
export function useDocumentRows(): readonly DocumentRow[] {
  const facts = useDocumentFacts();
  const read = useRemembered('read/');
  return useMemo(() => {
    const known: ReadonlySet<string> = new Set(read);
    return facts.map((document) => rowOf(document, readingStateOf(document, known)));
  }, [facts, read]);
}

/** Coded if anything in it is highlighted, else read if it was ever opened, else unread. */
export function readingStateOf(
  { id, highlights }: DocumentFacts,
  read: ReadonlySet<string>,
): ReadingState {
  if (highlights > 0) return 'Coded';
  return read.has(id) ? 'Read' : 'Unread';
}

function rowOf(facts: DocumentFacts, state: ReadingState): DocumentRow {
  const known = made.get(facts);
  if (known?.state === state) return known;
  const row = { ...facts, state };
  made.set(facts, row);
  return row;
}
