import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Box, Placement } from '../text-surface.ts';
import type { RevealRequest, TextColumn } from './text-column.ts';

// The blocks that come into view are measured over the next frames, which can move what was just found.
const settlingFrames = 4;

// Keeps words that are only just in view off the edges.
const margin = 48;

/** Scrolls to what the column was asked to show, once each time it is asked; the block of that is mounted by then. */
export function useReveal(column: TextColumn): void {
  const request = useStore(column.state, (state) => state.request);
  const shown = useRef<RevealRequest>(null);
  useLayoutEffect(() => {
    // The effect also runs when the screen is shown again; the text stays where it was left then.
    if (request === null || shown.current === request) return;
    shown.current = request;
    let frames = request.placement === 'nearest' ? 1 : settlingFrames;
    let frame = 0;
    const settle = () => {
      scrollTo(column, request);
      frames -= 1;
      if (frames > 0) frame = requestAnimationFrame(settle);
    };
    settle();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [column, request]);
}

function scrollTo(column: TextColumn, { offset, placement }: RevealRequest): void {
  const { scroller } = column;
  const caret = column.caretAt(offset);
  const view = column.view();
  if (caret === null || view === null || scroller === null) return;
  const top = topFor(placement, caret, view);
  // Not for less than a pixel, which would count as scrolling.
  if (Math.abs(top - view.top) > 1) scroller.scrollTop = top;
}

// Where the top of the view goes.
function topFor(placement: Placement, caret: Box, view: Box): number {
  const height = view.bottom - view.top;
  if (placement === 'centre') return Math.max(0, caret.top - height / 3);
  if (placement !== 'nearest') return Math.max(0, caret.top + placement.above);
  if (caret.top < view.top + margin) return Math.max(0, caret.top - margin);
  if (caret.bottom > view.bottom - margin) return caret.bottom + margin - height;
  return view.top;
}
