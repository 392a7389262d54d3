import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { type Range, snapToGraphemes } from '../../../../domain/anchoring/graphemes.ts';
import { type Motion, motionOf } from './caret-motion.ts';
import { type ColumnStore, type TextSelection, setSelection } from './column-store.ts';
import type { MountedText } from './mounted-text.ts';
import { mirrorSelection } from './page-selection.ts';
import type { Placement } from './use-reveal.ts';

interface Options {
  readonly text: string;
  readonly mounted: MountedText | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly store: ColumnStore;
  readonly show: (range: Range, placement?: Placement) => void;
  readonly onWords: (offset: number, point: { x: number; y: number }) => void;
}

type Step = Extract<Motion, { kind: 'step' }>;

/**
 * Moving a caret through the text and selecting by keyboard. The page itself finds the next place (`Selection.modify`
 * knows lines, words and the direction of the text); offsets and graphemes are ours.
 */
export function useCaretKeys(options: Options): (event: KeyboardEvent) => void {
  const { text, mounted, scroller, store, show, onWords } = options;
  return useCallback(
    (event: KeyboardEvent) => {
      if (mounted === null || event.target !== mounted.column) return;
      const { selection } = store.getState();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
        event.preventDefault();
        setSelection(store, { anchor: 0, focus: text.length });
        return;
      }
      if (event.key === 'Enter' && selection !== null && selection.anchor === selection.focus) {
        const box = mounted.column.getBoundingClientRect();
        const caret = mounted.caretAt(selection.focus);
        const point = { x: box.left + (caret?.left ?? 0), y: box.top + (caret?.bottom ?? 0) };
        onWords(selection.focus, point);
        return;
      }
      const motion = motionOf(event);
      if (motion === null) return;
      event.preventDefault();
      const from = selection ?? firstCaret(mounted, scroller.current);
      const isExtending = event.shiftKey;

      function moveTo(focus: number): void {
        setSelection(store, { anchor: isExtending ? from.anchor : focus, focus });
        show({ start: focus, end: focus }, 'nearest');
      }

      if (selection === null) moveTo(from.focus);
      else if (motion.kind === 'edge') moveTo(motion.of === 'start' ? 0 : text.length);
      else if (motion.kind === 'step') moveTo(stepped(text, mounted, from, motion, isExtending));
      else turnPage(mounted, scroller.current, from, motion.direction, moveTo);
    },
    [text, mounted, scroller, store, show, onWords],
  );
}

function stepped(
  text: string,
  mounted: MountedText,
  from: TextSelection,
  motion: Step,
  isExtending: boolean,
): number {
  const reached = step(mounted, from, motion, isExtending) ?? from.focus;
  const whole = snapToGraphemes(text, { start: reached, end: reached });
  return reached > from.focus ? whole.end : whole.start;
}

function step(
  mounted: MountedText,
  from: TextSelection,
  { direction, granularity }: Step,
  isExtending: boolean,
): number | null {
  const own = document.getSelection();
  if (own === null) return null;
  mirrorSelection(mounted, from);
  own.modify(isExtending ? 'extend' : 'move', direction, granularity);
  return own.focusNode === null ? null : mounted.offsetOf(own.focusNode, own.focusOffset);
}

function turnPage(
  mounted: MountedText,
  scroller: HTMLElement | null,
  { focus }: TextSelection,
  direction: 1 | -1,
  moveTo: (offset: number) => void,
): void {
  const box = mounted.caretAt(focus);
  if (box === null || scroller === null) return;
  const { left, top } = mounted.column.getBoundingClientRect();
  const before = scroller.scrollTop;
  // One line is kept in view, to read on from.
  const page = scroller.clientHeight - (box.bottom - box.top);
  scroller.scrollBy({ top: direction * page, behavior: 'instant' });
  if (scroller.scrollTop === before) {
    moveTo(direction === 1 ? (mounted.blocks.at(-1)?.end ?? focus) : 0);
    return;
  }
  const window = scroller.getBoundingClientRect();
  const y = Math.min(Math.max(top + box.top, window.top + 8), window.bottom - 8);
  // What scrolled into view is in the page from the next frame on.
  requestAnimationFrame(() => {
    moveTo(mounted.offsetAtPoint(left + box.left, y) ?? focus);
  });
}

function firstCaret(mounted: MountedText, scroller: HTMLElement | null): TextSelection {
  const { left } = mounted.column.getBoundingClientRect();
  const top = scroller?.getBoundingClientRect().top ?? 0;
  const offset = mounted.offsetAtPoint(left, top + 24) ?? 0;
  return { anchor: offset, focus: offset };
}
