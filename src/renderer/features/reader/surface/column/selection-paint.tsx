import { useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type SelectionStore, rangeOf, setSelection } from '../selection.ts';
import { useDrawn } from '../text-surface.ts';
import { isMirrored, mirrorSelection } from './page-selection.ts';
import { paint } from './paint.ts';
import type { TextColumn } from './text-column.ts';
import styles from './reading-column.module.css';

interface SelectionPaintProps {
  readonly column: TextColumn;
  readonly store: SelectionStore;
}

/**
 * Shows the selection or the caret over what of the text is in the page, and keeps the page's own selection the same,
 * so that copying and screen readers find it.
 */
export function SelectionPaint({ column, store }: SelectionPaintProps) {
  const drawn = useDrawn(column);
  const selection = useStore(store, (state) => state.selection);
  const caret = useRef<HTMLDivElement>(null);
  // Whether the page shows a selection or a caret of ours, which has to be taken off again.
  const isShown = useRef(false);

  useLayoutEffect(() => {
    // Asking the page for its selection costs a layout: not while scrolling with nothing selected.
    const { mounted } = column;
    if (mounted === null || (selection === null && !isShown.current)) return;
    isShown.current = selection !== null;
    const range = rangeOf(selection);
    paint('selection', range === null ? [] : [mounted.rangeOf(range)]);
    mirrorSelection(mounted, selection);
    const box = selection === null || range !== null ? null : mounted.caretAt(selection.focus);
    const style = caret.current?.style;
    if (style === undefined) return;
    style.display = box === null ? 'none' : 'block';
    if (box === null) return;
    style.left = `${box.left}px`;
    style.top = `${box.top}px`;
    style.height = `${box.bottom - box.top}px`;
  }, [column, selection, drawn]);

  useEffect(
    () => () => {
      paint('selection', []);
    },
    [],
  );

  useEffect(() => {
    // A selection that something else made in the text, such as a screen reader, becomes the reader's.
    function adopt(): void {
      const { mounted } = column;
      const { selection: own, isDragging } = store.getState();
      if (mounted === null || isDragging || isMirrored(mounted, own)) return;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
      // A selection in a field or a card is that one's own.
      if (!anchorNode || !focusNode || !hasFocus(mounted.element)) return;
      const anchor = mounted.offsetOf(anchorNode, anchorOffset ?? 0);
      const focus = mounted.offsetOf(focusNode, focusOffset ?? 0);
      if (anchor !== null && focus !== null) setSelection(store, { anchor, focus });
    }
    document.addEventListener('selectionchange', adopt);
    return () => {
      document.removeEventListener('selectionchange', adopt);
    };
  }, [column, store]);

  return <div ref={caret} className={styles['caret']} aria-hidden />;
}

function hasFocus(element: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === element;
}
