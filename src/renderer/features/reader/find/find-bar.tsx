import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import { IconButton } from '../../../ui/button.tsx';
import type { Find } from './use-find.ts';
import styles from './find-bar.module.css';

interface FindBarProps {
  readonly find: Find;
  /** Where looking begins: what is at the top of the window. */
  readonly from: () => number;
  readonly onShow: (range: Range) => void;
  readonly onClose: () => void;
}

/** Words to find in the document, how often they are there, and the way from one to the next. */
export function FindBar({ find, from, onShow, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const { found, current } = find;
  const shown = current === null ? undefined : found[current];

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    if (shown !== undefined) onShow(shown);
  }, [shown, onShow]);

  function handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    find.step(event.shiftKey ? -1 : 1);
  }

  return (
    <div className={styles['bar']} role="search" aria-label="Find in the document">
      <input
        ref={input}
        className={styles['input']}
        type="text"
        dir="auto"
        aria-label="Find"
        placeholder="Find in the document"
        value={find.words}
        onChange={(event) => {
          find.seek(event.target.value, from());
        }}
        onKeyDown={handleKeys}
      />
      <span className={styles['count']} role="status">
        {countOf(find)}
      </span>
      <IconButton
        label="Last match"
        keys="Shift+Enter"
        icon={ChevronUp}
        isDisabled={current === null}
        onPress={() => {
          find.step(-1);
        }}
      />
      <IconButton
        label="Next match"
        keys="Enter"
        icon={ChevronDown}
        isDisabled={current === null}
        onPress={() => {
          find.step(1);
        }}
      />
      <IconButton label="Close" keys="Esc" icon={X} onPress={onClose} />
    </div>
  );
}

function countOf({ words, found, current, isBehind }: Find): string {
  if (words.trim() === '' || isBehind) return '';
  if (current === null) return 'No match';
  return `${(current + 1).toLocaleString('en')} of ${found.length.toLocaleString('en')}`;
}
