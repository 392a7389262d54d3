import { useCallback, useEffect, useRef } from 'react';
import { z } from 'zod';
import { lastReadKey } from '../../../contract/view-state.ts';
import type { Range } from '../../../domain/anchoring/graphemes.ts';
import { endOf, startOf } from '../../../domain/anchoring/place.ts';
import { type Destination, useNavigation } from '../../state/navigation.ts';
import { currentView } from '../../state/replica.ts';
import { rememberView, useViewState } from '../../state/view-state.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { type SelectionStore, setSelection } from './surface/selection.ts';
import { type TextSurface, placeAtTop } from './surface/text-surface.ts';

const Place = z.object({ offset: z.number(), above: z.number() });
type Place = z.infer<typeof Place>;

// Milliseconds. Scrolling stops and starts again while one reads; only where it rests is worth writing down.
const rest = 250;

/**
 * Goes where the reader was asked to go, or else to where the document was left, and remembers where it is left.
 * Returns what to call when the text has moved.
 */
export function useReadingPlace(
  document: DocumentId,
  surface: TextSurface,
  store: SelectionStore,
): () => void {
  const target = useNavigation((state) => state.destination);
  const [left] = useViewState<Place>(`reader/${document}`, Place, start);
  // Where the document was left before, which must not change while this reading is remembered.
  const first = useRef(left);
  // The number of the destination that was gone to last; -1 before the first.
  const reached = useRef(-1);

  // Also each time the screen is shown again: who comes to read goes on by keyboard where they were.
  useEffect(() => {
    surface.focus();
  }, [surface]);

  useEffect(() => {
    rememberView(`read/${document}`, true);
    rememberView(lastReadKey, document);
  }, [document]);

  useEffect(() => {
    if (reached.current === (target?.at ?? 0)) return;
    const isOpening = reached.current === -1;
    reached.current = target?.at ?? 0;
    const range = target === null ? null : rangeAt(document, target);
    if (range !== null) {
      surface.reveal(range.start);
      surface.focus();
      setSelection(store, {
        anchor: range.start,
        // A range is selected, to be worked on; at a highlight the caret is put at its first word.
        focus: target?.highlight === null ? range.end : range.start,
      });
    } else if (isOpening) {
      const { offset, above } = first.current;
      if (offset > 0) surface.reveal(offset, { above });
    }
  }, [document, target, surface, store]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const place = placeAtTop(surface);
      if (place !== null) rememberView(`reader/${document}`, { ...place });
    }, rest);
  }, [document, surface]);
}

const start: Place = { offset: 0, above: 0 };

// A target of another document is for the reader that opens next.
function rangeAt(document: DocumentId, { highlight: id, range }: Destination): Range | null {
  if (id === null) return range;
  const highlight = currentView().get(id);
  if (highlight?.document !== document) return null;
  return { start: startOf(highlight), end: endOf(highlight) };
}
