import { type KeyboardEvent, useCallback } from 'react';
import { snapToGraphemes } from '../../../../../domain/anchoring/graphemes.ts';
import { type SelectionStore, type TextSelection, setSelection } from '../selection.ts';
import type { Point, SurfaceProps } from '../text-surface.ts';
import { type Motion, motionOf } from './caret-motion.ts';
import type { MountedText } from './mounted-text.ts';
import { mirrorSelection } from './page-selection.ts';
import type { TextColumn } from './text-column.ts';

interface Options {
  readonly column: TextColumn;
  readonly store: SelectionStore;
  readonly onWords: SurfaceProps['onWords'];
}

type Step = Extract<Motion, { kind: 'step' }>;

/**
 * Moving a caret through the text and selecting by keyboard. The page itself finds the next place (`Selection.modify`
 * knows lines, words and the direction of the text); offsets and graphemes are ours.
 */
export function useCaretKeys({ column, store, onWords }: Options): (event: KeyboardEvent) => void {
  return useCallback(
    (event: KeyboardEvent) => {
      const { mounted } = column;
      if (mounted === null || event.target !== mounted.element) return;
      const { selection } = store.getState();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
        event.preventDefault();
        setSelection(store, { anchor: 0, focus: column.content.text.length });
        return;
      }
      // Enter on a caret is a click on the words there; with words selected it answers a question, which is an action.
      if (event.key === 'Enter' && selection !== null && selection.anchor === selection.focus) {
        onWords(selection.focus, pointBelow(mounted, selection.focus));
        return;
      }
      const motion = motionOf(event);
      if (motion === null) return;
      event.preventDefault();
      move(column, store, motion, event.shiftKey);
    },
    [column, store, onWords],
  );
}

function move(
  column: TextColumn,
  store: SelectionStore,
  motion: Motion,
  isExtending: boolean,
): void {
  const { mounted, content } = column;
  const { selection } = store.getState();
  if (mounted === null) return;
  const from = selection ?? firstCaret(column);

  function moveTo(focus: number): void {
    setSelection(store, { anchor: isExtending ? from.anchor : focus, focus });
    column.reveal(focus, 'nearest');
  }

  // The first key only shows the caret.
  if (selection === null) moveTo(from.focus);
  else if (motion.kind === 'edge') moveTo(motion.of === 'start' ? 0 : content.text.length);
  else if (motion.kind === 'page') turnPage(column, from, motion.direction, moveTo);
  else moveTo(stepped(content.text, mounted, from, motion, isExtending));
}

function stepped(
  text: string,
  mounted: MountedText,
  from: TextSelection,
  motion: Step,
  isExtending: boolean,
): number {
  const reached = step(mounted, from, motion, isExtending) ?? from.focus;
  // The page moves by its own idea of a character; a caret never stands within a grapheme.
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
  // The page moves its own selection, so that has to be where ours is.
  mirrorSelection(mounted, from);
  own.modify(isExtending ? 'extend' : 'move', direction, granularity);
  return own.focusNode === null ? null : mounted.offsetOf(own.focusNode, own.focusOffset);
}

function turnPage(
  { mounted, scroller }: TextColumn,
  { focus }: TextSelection,
  direction: 1 | -1,
  moveTo: (offset: number) => void,
): void {
  const box = mounted?.caretAt(focus) ?? null;
  if (mounted === null || box === null || scroller === null) return;
  const { left, top } = mounted.element.getBoundingClientRect();
  const before = scroller.scrollTop;
  // One line is kept in view, to read on from.
  const page = scroller.clientHeight - (box.bottom - box.top);
  scroller.scrollBy({ top: direction * page, behavior: 'instant' });
  // At the end already: the caret goes to the very end, as in a text field.
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

// The caret goes to the first line that is wholly in view.
function firstCaret(column: TextColumn): TextSelection {
  const { left = 0, top = 0 } = column.view() ?? {};
  const offset = column.offsetAt({ x: left, y: top + 24 }) ?? 0;
  return { anchor: offset, focus: offset };
}

// The point of the window below a caret, where a menu for its words opens.
function pointBelow(mounted: MountedText, offset: number): Point {
  const { left, top } = mounted.element.getBoundingClientRect();
  const caret = mounted.caretAt(offset);
  return { x: left + (caret?.left ?? 0), y: top + (caret?.bottom ?? 0) };
}
