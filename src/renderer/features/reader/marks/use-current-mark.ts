import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Highlight, HighlightId } from '../../../../domain/records/highlight/record.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { AnyId, AnyRecord } from '../../../../domain/records/registry.ts';
import { select, useSelected } from '../../../state/navigation.ts';
import { currentView, useRecord } from '../../../state/replica.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';
import { type SelectionStore, rangeOf } from '../surface/selection.ts';
import type { PlacedClaim } from './document-marks.ts';
import { type Target, recordOf } from './mark-commands.ts';

/** What the analyst is at in the reader: a record, the highlight it is about, and words. */
export interface CurrentMark {
  /** The record in the inspector. */
  readonly selected: AnyId | null;
  /** The selected highlight, or the one the selected claim was chosen by. */
  readonly highlight: Highlight | null;
  /** The highlights to lift off the page. */
  readonly lifted: ReadonlySet<HighlightId>;
  /** What actions act on: words before a highlight. */
  readonly target: Target | null;
  /** Selects a highlight, or its claim if it has just one. */
  readonly choose: (highlight: HighlightId) => void;
  /** Selects a claim, by the words it has in this document. */
  readonly chooseClaim: (placed: PlacedClaim) => void;
}

/** Follows what is selected in one document. */
export function useCurrentMark(document: DocumentId, store: SelectionStore): CurrentMark {
  const selected = useSelected('reader');
  const record: AnyRecord | undefined = useRecord(selected);
  // A claim may have several highlights here: the one it was chosen by is the current one.
  const [chosen, setChosen] = useState<HighlightId | null>(null);
  // Not while dragging: every move would make another target, and draw all that depends on it.
  const selection = useStore(store, (state) => (state.isDragging ? null : state.selection));
  const own = useMemo(() => highlightsOf(record, document), [record, document]);
  // The one chosen may be of another record by now, or gone; then it is the first.
  const current = own.find((id) => id === chosen) ?? own[0];
  const highlight = useRecord(current) ?? null;
  return useMemo(() => {
    const range = rangeOf(selection);
    const onHighlight: Target | null = highlight && { kind: 'highlight', highlight };
    return {
      selected,
      highlight,
      lifted: new Set(own),
      target: range === null ? onHighlight : { kind: 'words', document, range },
      choose: (id) => {
        setChosen(id);
        select('reader', recordOf(currentView(), id));
      },
      chooseClaim: ({ claim, highlight: id }) => {
        setChosen(id);
        select('reader', claim.id);
      },
    };
  }, [selected, highlight, own, selection, document]);
}

function highlightsOf(record: AnyRecord | undefined, document: DocumentId): HighlightId[] {
  if (record?.type === 'highlight') return record.document === document ? [record.id] : [];
  return record?.type === 'claim' ? inDocument(record, document) : [];
}

function inDocument({ highlights }: Claim, document: DocumentId): HighlightId[] {
  const view = currentView();
  return highlights.filter((id) => view.get(id)?.document === document);
}
