import { useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type ColumnStore, rangeOf, setSelection } from '../surface/column-store.ts';
import type { MountedText } from '../surface/mounted-text.ts';
import { clearPaint, paint } from './paint.ts';
import { isMirrored, mirrorSelection } from '../surface/page-selection.ts';
import styles from '../surface/reading-column.module.css';

interface SelectionPaintProps {
  readonly mounted: MountedText;
  readonly store: ColumnStore;
  /** What is in the page; a new value when that changes. */
  readonly items: unknown;
}

/**
 * Shows the selection or the caret over what of the text is in the page, and keeps the page's own selection the same,
 * so that copying and screen readers find it.
 */
export function SelectionPaint({ mounted, store, items }: SelectionPaintProps) {
  const selection = useStore(store, (state) => state.selection);
  const caret = useRef<HTMLDivElement>(null);
  const isShown = useRef(false);

  useLayoutEffect(() => {
    // Asking the page for its selection costs a layout: not while scrolling with nothing selected.
    if (selection === null && !isShown.current) return;
    isShown.current = selection !== null;
    const range = rangeOf(selection);
    paint('reader-selection', range === null ? [] : [mounted.rangeOf(range)]);
    mirrorSelection(mounted, selection);
    const box = selection === null || range !== null ? null : mounted.caretAt(selection.focus);
    const style = caret.current?.style;
    if (style === undefined) return;
    style.display = box === null ? 'none' : 'block';
    if (box === null) return;
    style.left = `${box.left}px`;
    style.top = `${box.top}px`;
    style.height = `${box.bottom - box.top}px`;
  }, [mounted, selection, items]);

  useEffect(
    () => () => {
      clearPaint('reader-selection');
    },
    [],
  );

  useEffect(() => {
    // A selection that something else made in the text, such as a screen reader, becomes the reader's.
    function adopt(): void {
      const { selection: own, isDragging } = store.getState();
      if (isDragging || isMirrored(mounted, own)) return;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
      if (!anchorNode || !focusNode || !hasFocus(mounted.column)) return;
      const anchor = mounted.offsetOf(anchorNode, anchorOffset ?? 0);
      const focus = mounted.offsetOf(focusNode, focusOffset ?? 0);
      if (anchor !== null && focus !== null) setSelection(store, { anchor, focus });
    }
    document.addEventListener('selectionchange', adopt);
    return () => {
      document.removeEventListener('selectionchange', adopt);
    };
  }, [mounted, store]);

  return <div ref={caret} className={styles['caret']} aria-hidden />;
}

function hasFocus(column: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === column;
}
