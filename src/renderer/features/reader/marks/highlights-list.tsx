import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useReducer, useRef } from 'react';
import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import { exactWords } from '../../../../domain/anchoring/words.ts';
import { currentView } from '../../../state/replica.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { DocumentMarks } from './document-marks.ts';
import styles from './highlights-list.module.css';
import type { HighlightId } from '../../../../domain/records/highlight/record.ts';

// Pixels, the same for every row, so that none has to be measured.
const rowHeight = 64;

interface HighlightsListProps {
  readonly marks: DocumentMarks;
  readonly selected: HighlightId | null;
  readonly onGo: (highlight: HighlightId) => void;
}

/** Every highlight of the document in the order of its text; choosing one goes to its words. */
export function HighlightsList({ marks, selected, onGo }: HighlightsListProps) {
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => marks.index.subscribeAll(changed), [marks]);
  const ordered = useMemo(() => (version < 0 ? [] : marks.index.inOrder()), [marks, version]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });

  function handleKeys(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = document.activeElement?.getAttribute('data-row');
    if (step === 0 || !row) return;
    event.preventDefault();
    const next = Math.min(Math.max(Number(row) + step, 0), ordered.length - 1);
    // A row that is not in the page yet cannot take the focus; the rows beyond the edge, of which there are eight, can.
    virtualizer.scrollToIndex(next);
    scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  }

  return (
    <nav className={styles['list']} aria-label="Highlights">
      <h2 className={styles['title']}>
        Highlights <span className={styles['count']}>{ordered.length.toLocaleString('en-GB')}</span>
      </h2>
      {ordered.length === 0 && (
        <EmptyState
          title="Nothing highlighted yet"
          text="Select words in the text and press H to highlight them, or C to make a claim of them."
        />
      )}
      <div ref={scroller} className={styles['scroller']} onKeyDown={handleKeys}>
        <ol className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const id = ordered[item.index]?.id;
            return (
              id !== undefined && (
                <li
                  key={id}
                  className={styles['place']}
                  style={{ top: item.start, height: rowHeight }}
                  aria-setsize={ordered.length}
                  aria-posinset={item.index + 1}
                >
                  <Row number={item.index} id={id} isSelected={id === selected} onGo={onGo} />
                </li>
              )
            );
          })}
        </ol>
      </div>
    </nav>
  );
}

interface RowProps {
  readonly number: number;
  readonly id: HighlightId;
  readonly isSelected: boolean;
  readonly onGo: (highlight: HighlightId) => void;
}

function Row({ number, id, isSelected, onGo }: RowProps) {
  // Read at every drawing: the list draws again whenever a mark changes.
  const view = currentView();
  const highlight = view.get(id);
  if (highlight === undefined) return null;
  const tags = highlight.tags.flatMap((tag) => view.get(tag)?.name ?? []);
  const claims = claimsOn(view, id).length;
  const facts = [claims === 0 ? null : claims === 1 ? 'Claim' : `${claims} claims`, ...tags];
  return (
    <button
      type="button"
      className={styles['row']}
      data-row={number}
      aria-current={isSelected}
      onClick={() => {
        onGo(id);
      }}
    >
      <span className={styles['quote']} dir="auto">
        {exactWords(highlight)}
      </span>
      <span className={styles['facts']}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </button>
  );
}
