import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { AnyId } from '../../../../domain/core/ids.ts';
import { blockIndexAt } from '../surface/blocks.ts';
import { layCards } from './card-layout.ts';
import { ClaimCard, cardHeight } from './claim-card.tsx';
import type { DocumentMarks, PlacedClaim } from '../marks/document-marks.ts';
import type { MountedText } from '../surface/mounted-text.ts';
import type { ColumnFrame } from '../surface/reading-column.tsx';
import styles from './margin-cards.module.css';

const gap = 8;
// Where a card's line begins: at the height of its first line of text.
const lineAt = 16;

interface MarginCardsProps {
  readonly marks: DocumentMarks;
  readonly frame: ColumnFrame;
  readonly selected: AnyId | null;
  readonly onSelect: (placed: PlacedClaim) => void;
}

/** The claims made of the words around the window, as cards at the height of their words. */
export function MarginCards({ marks, frame, selected, onSelect }: MarginCardsProps) {
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => marks.index.subscribeAll(changed), [marks]);
  const claims = useMemo(
    () => (version < 0 ? [] : claimsIn(marks, frame)),
    [marks, frame, version],
  );
  const margin = useRef<HTMLDivElement>(null);
  // Where words are is known only once they are in the page; writing it there saves drawing everything twice.
  useLayoutEffect(() => {
    if (margin.current !== null && frame.mounted !== null) {
      placeCards(margin.current, frame.mounted, claims, selected);
    }
  }, [claims, frame, selected]);

  return (
    <div ref={margin} className={styles['margin']} role="group" aria-label="Claims beside the text">
      <svg className={styles['lines']} aria-hidden>
        {claims.map(({ claim }) => (
          <line
            key={claim.id}
            className={claim.id === selected ? styles['selectedLine'] : styles['line']}
            x1="0"
            x2="100%"
          />
        ))}
      </svg>
      {claims.map((placed) => (
        <ClaimCard
          key={placed.claim.id}
          claim={placed.claim}
          isSelected={placed.claim.id === selected}
          onSelect={() => {
            onSelect(placed);
          }}
        />
      ))}
    </div>
  );
}

function claimsIn(marks: DocumentMarks, { shown }: ColumnFrame): readonly PlacedClaim[] {
  const { blocks } = marks.index;
  return marks.claims().filter(({ start }) => shown.has(blockIndexAt(blocks, start)));
}

function placeCards(
  margin: HTMLElement,
  mounted: MountedText,
  claims: readonly PlacedClaim[],
  selected: AnyId | null,
): void {
  const middles = claims.map(({ start }) => {
    const box = mounted.caretAt(start);
    return box === null ? 0 : (box.top + box.bottom) / 2;
  });
  const pinned = claims.findIndex(({ claim }) => claim.id === selected);
  const tops = layCards(
    middles.map((middle) => ({ wanted: middle - lineAt, height: cardHeight })),
    { gap, pinned: pinned === -1 ? undefined : pinned },
  );
  const cards = margin.querySelectorAll<HTMLElement>('[data-card]');
  const lines = margin.querySelectorAll('line');
  tops.forEach((top, index) => {
    cards[index]?.style.setProperty('top', `${top}px`);
    lines[index]?.setAttribute('y1', String(middles[index] ?? 0));
    lines[index]?.setAttribute('y2', String(top + lineAt));
  });
}
