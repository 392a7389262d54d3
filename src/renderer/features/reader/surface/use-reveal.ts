import { type RefObject, useLayoutEffect } from 'react';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { MountedText } from './mounted-text.ts';

/**
 * Where in the window something is to be shown: in its upper third, or just in view; or so many pixels of its line
 * above the window.
 */
export type Placement = 'centre' | 'nearest' | { readonly above: number };

// The blocks that come into view are measured over the next frames, which can move what was just found.
const settlingFrames = 4;

// Keeps words that are only just in view off the edges.
const margin = 48;

/** Scrolls to what is to be shown, each time the request is a new one; its block is mounted by then. */
export function useReveal(
  mounted: MountedText | null,
  scroller: RefObject<HTMLElement | null>,
  request: { readonly range: Range; readonly placement: Placement } | null,
): void {
  useLayoutEffect(() => {
    if (request === null || mounted === null) return;
    let frames = request.placement === 'nearest' ? 1 : settlingFrames;
    let frame = 0;
    function settle(): void {
      scrollTo(request, mounted, scroller.current);
      frames -= 1;
      if (frames > 0) frame = requestAnimationFrame(settle);
    }
    settle();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [mounted, scroller, request]);
}

function scrollTo(
  request: { readonly range: Range; readonly placement: Placement } | null,
  mounted: MountedText | null,
  scroller: HTMLElement | null,
): void {
  if (request === null || mounted === null || scroller === null) return;
  const { start } = request.range;
  const box = mounted.caretAt(start);
  if (box === null) return;
  const top = topFor(request.placement, box, scroller);
  if (Math.abs(top - scroller.scrollTop) > 1) scroller.scrollTop = top;
}

function topFor(
  placement: Placement,
  { top, bottom }: { top: number; bottom: number },
  { scrollTop, clientHeight }: HTMLElement,
): number {
  if (placement === 'centre') return Math.max(0, top - clientHeight / 3);
  if (placement !== 'nearest') return Math.max(0, top + placement.above);
  if (top < scrollTop + margin) return Math.max(0, top - margin);
  if (bottom > scrollTop + clientHeight - margin) return bottom + margin - clientHeight;
  return scrollTop;
}
