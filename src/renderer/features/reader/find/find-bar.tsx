import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '../../../ui/button.tsx';
import { type SelectionStore, setSelection } from '../surface/selection.ts';
import { type TextSurface, placeAtTop } from '../surface/text-surface.ts';
import type { Find } from './use-find.ts';
import styles from './find-bar.module.css';

interface FindBarProps {
  readonly find: Find;
  readonly surface: TextSurface;
  readonly store: SelectionStore;
}

/** Words to find in the document, how often they are there, and the way from one to the next. */
export function FindBar({ find, surface, store }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const { found, current } = find;
  const shown = current === null ? undefined : found[current];

  // Drawn when finding begins: whatever was looked for last is selected, to be typed over.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    if (shown !== undefined) surface.reveal(shown.start);
  }, [shown, surface]);

  // What was found stays selected, so that a key can make something of it.
  function leave(): void {
    const match = find.match();
    if (match !== undefined) setSelection(store, { anchor: match.start, focus: match.end });
    find.close();
    surface.focus();
  }

  function handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
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
          // Looking begins with what is at the top of the window.
          find.seek(event.target.value, placeAtTop(surface)?.offset ?? 0);
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
      <IconButton label="Close" keys="Esc" icon={X} onPress={leave} />
    </div>
  );
}

/** “3 of 12”; nothing while the search is behind the words, because the number would be that of other words. */
function countOf({ words, found, current, isBehind }: Find): string {
  if (words.trim() === '' || isBehind) return '';
  if (current === null) return 'No match';
  return `${(current + 1).toLocaleString('en-GB')} of ${found.length.toLocaleString('en-GB')}`;
}
