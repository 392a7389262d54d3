import { type MouseEvent as ReactMouseEvent, type RefObject, useEffect, useRef } from 'react';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import { blockIndexAt } from './blocks.ts';
import { type ColumnStore, rangeOf, setSelection } from './column-store.ts';
import type { MountedText } from './mounted-text.ts';
import { wordAt } from './word-boundary.ts';

interface Options {
  readonly text: string;
  readonly mounted: MountedText | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly store: ColumnStore;
  readonly onWords: (offset: number, point: { x: number; y: number }) => void;
  readonly onSelected: (() => void) | undefined;
}

/** What one drag knows: where it began, in units of what, and where the pointer is. */
interface Drag {
  readonly origin: Range;
  readonly granularity: Granularity;
  readonly hasExtended: boolean;
  x: number;
  y: number;
  hasMoved: boolean;
}

type Granularity = 'character' | 'word' | 'block';

// How far from the window's edge the text begins to scroll, and how much of the way beyond it a frame scrolls.
const edge = 24;
const share = 0.25;

/**
 * Selecting by mouse: drag, Shift+click, double click for words, triple click for paragraphs, scrolling by itself at
 * the edges. Returns the handler of the column's mousedown.
 */
export function usePointerSelection(options: Options): (event: ReactMouseEvent) => void {
  const stop = useRef<() => void>(null);
  useEffect(() => () => stop.current?.(), []);

  return (event) => {
    const { mounted, store } = options;
    if (event.button !== 0 || mounted === null) return;
    const offset = mounted.offsetAtPoint(event.clientX, event.clientY);
    if (offset === null) return;
    // The page's own way of selecting would lose hold of paragraphs that leave the page.
    event.preventDefault();
    mounted.column.focus({ preventScroll: true });
    stop.current?.();
    const { selection } = store.getState();
    const granularity = granularityOf(event.detail);
    const hasExtended = event.shiftKey && selection !== null;
    const origin = hasExtended
      ? { start: selection.anchor, end: selection.anchor }
      : unitAt(options.text, mounted.blocks, offset, granularity);
    const { clientX: x, clientY: y } = event;
    stop.current = follow({ origin, granularity, hasExtended, x, y, hasMoved: false }, options);
  };
}

// Follows the pointer until the button is released; returns what ends it early.
function follow(drag: Drag, options: Options): () => void {
  const { mounted, scroller, store, text } = options;
  let frame = 0;

  function extend(): void {
    if (mounted === null) return;
    const offset = mounted.offsetAtPoint(drag.x, insideOf(scroller.current, drag.y));
    if (offset === null) return;
    const unit = unitAt(text, mounted.blocks, offset, drag.granularity);
    const isBackward = unit.start < drag.origin.start;
    setSelection(store, {
      anchor: isBackward ? drag.origin.end : drag.origin.start,
      focus: isBackward ? unit.start : Math.max(unit.end, drag.origin.end),
    });
  }

  function scroll(): void {
    const beyond = distanceBeyond(scroller.current, drag.y);
    if (beyond !== 0 && drag.hasMoved) {
      scroller.current?.scrollBy({ top: beyond * share, behavior: 'instant' });
      extend();
    }
    frame = requestAnimationFrame(scroll);
  }

  function move(event: MouseEvent): void {
    drag.hasMoved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 2;
    if (!drag.hasMoved) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    extend();
  }

  function end(): void {
    cancelAnimationFrame(frame);
    window.removeEventListener('mousemove', move);
    window.removeEventListener('mouseup', release);
    store.setState({ isDragging: false });
  }

  function release(event: MouseEvent): void {
    end();
    if (rangeOf(store.getState().selection) !== null) options.onSelected?.();
    else if (!drag.hasMoved) reportClick(event, options);
  }

  window.addEventListener('mousemove', move);
  window.addEventListener('mouseup', release);
  store.setState({ isDragging: true });
  extend();
  frame = requestAnimationFrame(scroll);
  return end;
}

// What counts is the unit under the pointer, while the caret may have gone to its other side.
function reportClick(event: MouseEvent, { mounted, onWords }: Options): void {
  const target = document.elementFromPoint(event.clientX, event.clientY);
  const mark = target?.closest('mark');
  const offset = mark && mounted?.startOfPiece(mark);
  if (typeof offset === 'number') onWords(offset, { x: event.clientX, y: event.clientY });
}

function granularityOf(clicks: number): Granularity {
  if (clicks >= 3) return 'block';
  return clicks === 2 ? 'word' : 'character';
}

function unitAt(
  text: string,
  blocks: readonly Range[],
  offset: number,
  granularity: Granularity,
): Range {
  if (granularity === 'word') return wordAt(text, offset);
  const block = blocks[blockIndexAt(blocks, offset)];
  if (granularity === 'block' && block !== undefined) return block;
  return { start: offset, end: offset };
}

function insideOf(scroller: HTMLElement | null, y: number): number {
  if (scroller === null) return y;
  const { top, bottom } = scroller.getBoundingClientRect();
  return Math.min(Math.max(y, top + 2), bottom - 2);
}

function distanceBeyond(scroller: HTMLElement | null, y: number): number {
  if (scroller === null) return 0;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + edge) return y - top - edge;
  return y > bottom - edge ? y - bottom + edge : 0;
}
