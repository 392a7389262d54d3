import { type MouseEvent as ReactMouseEvent, useEffect, useRef } from 'react';
import type { Range } from '../../../../../domain/anchoring/graphemes.ts';
import type { DocumentText } from '../../../../../domain/core/text.ts';
import { blockIndexAt } from '../blocks.ts';
import { type SelectionStore, rangeOf, setSelection } from '../selection.ts';
import type { SurfaceProps } from '../text-surface.ts';
import { wordAt } from '../word-boundary.ts';
import type { TextColumn } from './text-column.ts';

interface Options {
  readonly column: TextColumn;
  readonly store: SelectionStore;
  readonly onWords: SurfaceProps['onWords'];
  readonly onSelected: (() => void) | undefined;
}

/** What one drag knows: where it began, in units of what, and where the pointer is. */
interface Drag {
  readonly origin: Range;
  readonly granularity: Granularity;
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
    const { column, store } = options;
    const { mounted } = column;
    if (event.button !== 0 || mounted === null) return;
    const offset = mounted.offsetAtPoint(event.clientX, event.clientY);
    if (offset === null) return;
    // The page's own way of selecting would lose hold of paragraphs that leave the page.
    event.preventDefault();
    column.focus();
    // Ends a drag that is still under way, such as one whose button was released unseen.
    stop.current?.();
    const { selection } = store.getState();
    // `detail` counts the clicks in a row.
    const granularity = granularityOf(event.detail);
    const hasExtended = event.shiftKey && selection !== null;
    const origin = hasExtended
      ? { start: selection.anchor, end: selection.anchor }
      : unitAt(column.content, offset, granularity);
    const { clientX: x, clientY: y } = event;
    stop.current = follow({ origin, granularity, x, y, hasMoved: false }, options);
  };
}

// Follows the pointer until the button is released; returns what ends it early.
function follow(drag: Drag, options: Options): () => void {
  const { column, store } = options;
  let frame = 0;

  function extend(): void {
    const offset = column.mounted?.offsetAtPoint(drag.x, insideOf(column.scroller, drag.y)) ?? null;
    if (offset === null) return;
    const unit = unitAt(column.content, offset, drag.granularity);
    const isBackward = unit.start < drag.origin.start;
    setSelection(store, {
      anchor: isBackward ? drag.origin.end : drag.origin.start,
      // The unit the drag began in stays selected as a whole, whichever way it goes.
      focus: isBackward ? unit.start : Math.max(unit.end, drag.origin.end),
    });
  }

  function scroll(): void {
    const beyond = distanceBeyond(column.scroller, drag.y);
    if (beyond !== 0 && drag.hasMoved) {
      column.scroller?.scrollBy({ top: beyond * share, behavior: 'instant' });
      extend();
    }
    frame = requestAnimationFrame(scroll);
  }

  function move(event: MouseEvent): void {
    // Two pixels, because a hand shakes on a click.
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
function reportClick(event: MouseEvent, { column, onWords }: Options): void {
  const target = document.elementFromPoint(event.clientX, event.clientY);
  const mark = target?.closest('mark');
  const offset = mark && column.mounted?.startOfPiece(mark);
  if (typeof offset === 'number') onWords(offset, { x: event.clientX, y: event.clientY });
}

function granularityOf(clicks: number): Granularity {
  if (clicks >= 3) return 'block';
  return clicks === 2 ? 'word' : 'character';
}

function unitAt({ text, blocks }: DocumentText, offset: number, granularity: Granularity): Range {
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
