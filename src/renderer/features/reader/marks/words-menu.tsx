import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import { brief } from '../../../../domain/core/brief.ts';
import { exactWords } from '../../../../domain/anchoring/words.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { HighlightId } from '../../../../domain/core/ids.ts';
import { currentView } from '../../../state/replica.ts';
import { MenuEntries } from '../../../ui/menu-button.tsx';
import styles from '../reader-screen.module.css';

/** Where the menu opens, and what it does. */
export interface WordsMenuProps {
  /** The highlights to choose from, outermost first, and where the words are in the window. */
  readonly choice: {
    readonly highlights: readonly HighlightId[];
    readonly x: number;
    readonly y: number;
  };
  readonly onChoose: (highlight: HighlightId) => void;
  readonly onClose: () => void;
}

/** Chooses one of several highlights over the same words. */
export function WordsMenu({ choice, onChoose, onClose }: WordsMenuProps) {
  const place = useRef<HTMLSpanElement>(null);
  const view = currentView();
  return (
    <>
      <span ref={place} className={styles['point']} style={{ left: choice.x, top: choice.y }} />
      <Popover
        triggerRef={place}
        isOpen
        placement="bottom start"
        className={styles['menu'] ?? ''}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <MenuEntries
          label="Highlights on these words"
          onClose={onClose}
          entries={choice.highlights.map((id) => ({
            id,
            label: labelOf(view, id),
            onAction: () => {
              onChoose(id);
            },
          }))}
        />
      </Popover>
    </>
  );
}

/** A highlight by what is made of it and its words: "Claim: “The port …”". */
function labelOf(view: CaseView, id: HighlightId): string {
  const highlight = view.get(id);
  if (highlight === undefined) return '';
  const quote = `“${brief(exactWords(highlight))}”`;
  const [claim] = claimsOn(view, id);
  const tags = highlight.tags.flatMap((tag) => view.get(tag)?.name ?? []);
  if (claim !== undefined) return `Claim: ${quote}`;
  return tags.length > 0 ? `${tags.join(', ')}: ${quote}` : quote;
}
