import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import { brief } from '../../../../domain/core/brief.ts';
import { exactWords } from '../../../../domain/anchoring/words.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import { currentView } from '../../../state/replica.ts';
import { MenuEntries } from '../../../ui/menu-button.tsx';
import type { WordsMenuState } from './use-words-menu.ts';
import styles from './words-menu.module.css';
import type { HighlightId } from '../../../../domain/records/highlight/record.ts';

/** Chooses one of several highlights over the same words; nothing while it is closed. */
export function WordsMenu({ menu }: { readonly menu: WordsMenuState }) {
  const place = useRef<HTMLSpanElement>(null);
  const { choice, choose, close } = menu;
  if (choice === null) return null;
  const view = currentView();
  return (
    <>
      <span
        ref={place}
        className={styles['point']}
        style={{ left: choice.at.x, top: choice.at.y }}
      />
      <Popover
        triggerRef={place}
        isOpen
        placement="bottom start"
        className={styles['menu'] ?? ''}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        <MenuEntries
          label="Highlights on these words"
          onClose={close}
          entries={choice.highlights.map((id) => ({
            id,
            label: labelOf(view, id),
            onAction: () => {
              choose(id);
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
  // A claim says more of a highlight than its tags do.
  const [claim] = claimsOn(view, id);
  const tags = highlight.tags.flatMap((tag) => view.get(tag)?.name ?? []);
  if (claim !== undefined) return `Claim: ${quote}`;
  return tags.length > 0 ? `${tags.join(', ')}: ${quote}` : quote;
}
