import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { layCards } from './card-layout.ts';
import { ClaimCard, cardHeight } from './claim-card.tsx';
import type { DocumentMarks, PlacedClaim } from '../marks/document-marks.ts';
import type { CurrentMark } from '../marks/use-current-mark.ts';
import type { AnyId } from '../../../../domain/records/registry.ts';
import { beginningIn } from '../surface/stretches.ts';
import { type TextSurface, useDrawn } from '../surface/text-surface.ts';
import styles from './margin-cards.module.css';

// Pixels between two cards.
const gap = 8;
// Where a card's line begins: at the height of its first line of text.
const lineAt = 16;

interface MarginCardsProps {
  readonly marks: DocumentMarks;
  readonly surface: TextSurface;
  readonly current: CurrentMark;
}

/** The claims made of the words around the window, as cards at the height of their words. */
export function MarginCards({ marks, surface, current }: MarginCardsProps) {
  const { selected, chooseClaim } = current;
  // Counts the changes to the marks, which change in place; the claims are read again after each.
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => marks.index.subscribeAll(changed), [marks]);
  const drawn = useDrawn(surface);
  const claims = useMemo(
    () => (version < 0 ? [] : beginningIn(drawn, marks.claims())),
    [marks, drawn, version],
  );
  const margin = useRef<HTMLDivElement>(null);
  // Where words are is known only once they are in the page; writing it there saves drawing everything twice.
  useLayoutEffect(() => {
    if (margin.current !== null) placeCards(margin.current, surface, claims, selected);
  }, [claims, surface, drawn, selected]);

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
            chooseClaim(placed);
          }}
        />
      ))}
    </div>
  );
}

/** Puts cards and lines where they belong, in the page itself. A claim whose words have no place is put at the top. */
function placeCards(
  margin: HTMLElement,
  surface: TextSurface,
  claims: readonly PlacedClaim[],
  selected: AnyId | null,
): void {
  const middles = claims.map(({ start }) => {
    const box = surface.caretAt(start);
    return box === null ? 0 : (box.top + box.bottom) / 2;
  });
  // The selected claim stands exactly beside its words.
  const pinned = claims.findIndex(({ claim }) => claim.id === selected);
  const tops = layCards(
    middles.map((middle) => ({ wanted: middle - lineAt, height: cardHeight })),
    { gap, pinned: pinned === -1 ? undefined : pinned },
  );
  // Cards and lines are in the page in the order of the claims.
  const cards = margin.querySelectorAll<HTMLElement>('[data-card]');
  const lines = margin.querySelectorAll('line');
  tops.forEach((top, index) => {
    cards[index]?.style.setProperty('top', `${top}px`);
    lines[index]?.setAttribute('y1', String(middles[index] ?? 0));
    lines[index]?.setAttribute('y2', String(top + lineAt));
  });
}
