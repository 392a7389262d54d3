import { type VirtualItem, type Virtualizer, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { heights } from './grid-geometry.ts';
import type { Items } from './items.ts';

/** What knows which lines of a grid are in view. */
export type LineVirtualizer = Virtualizer<HTMLDivElement, Element>;

// About a screenful of details; the real height is measured once they are drawn.
const guessedDetails = 200;
// Lines beyond those in view, on either side, so that there is something to scroll to.
const overscan = 4;
// What stands above and below a grid in its window, in pixels: less than it takes, so that the first draw fills the view.
const aroundGrid = 100;

/**
 * Finds the lines of a grid that are in view, and some beyond once the first draw `isShown`; records and groups are
 * `rowHeight` pixels high, details as they come.
 */
export function useLineVirtualizer<R extends object>(
  scroller: RefObject<HTMLDivElement | null>,
  { length, details }: Items<R>,
  rowHeight: number,
  isShown: boolean,
): LineVirtualizer {
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: length,
    getScrollElement: () => scroller.current,
    // The same functions as long as they give the same answers, or every line would be measured again.
    estimateSize: useCallback(
      (index: number) => (details.has(index) ? guessedDetails : rowHeight),
      [details, rowHeight],
    ),
    // Details keep their height. Other lines are drawn in place of those that were there: a sort changes them all.
    getItemKey: useCallback((index: number) => details.get(index) ?? index, [details]),
    // Until the grid is measured: with it the first draw has rows in it, without it there are two.
    initialRect: { width: window.innerWidth, height: window.innerHeight - aroundGrid },
    overscan: isShown ? overscan : 0,
    scrollMargin: heights.head,
    scrollPaddingStart: heights.head,
    useFlushSync: false,
  });
  // Row heights are kept by the virtualizer, which does not know of the density.
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  return virtualizer;
}

/**
 * What the lines in view are called while they are drawn. After a jump, in which none of them stays, the new ones are called
 * what the old ones were: the elements that are there then only get other words, which is cheaper than to make new ones.
 */
export function useLineKeys(lines: readonly VirtualItem[]): readonly VirtualItem['key'][] {
  const [first, last] = [lines[0]?.index ?? 0, lines.at(-1)?.index ?? 0];
  const [drawn, setDrawn] = useState({ first, last, jumped: 0 });
  let { jumped } = drawn;
  if (drawn.first !== first || drawn.last !== last) {
    if (first > drawn.last || last < drawn.first) jumped += first - drawn.first;
    setDrawn({ first, last, jumped });
  }
  return lines.map(({ key }) => (typeof key === 'number' ? key - jumped : key));
}

/** Brings a record that was chosen elsewhere into view; one that was chosen here already is. */
export function useReveal<R extends object>(
  virtualizer: LineVirtualizer,
  items: Items<R>,
  focused: string | null,
): void {
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    if (revealed.current === focused) return;
    revealed.current = focused;
    const index = items.lineOf(focused);
    if (index >= 0) virtualizer.scrollToIndex(index);
  }, [focused, items, virtualizer]);
}
