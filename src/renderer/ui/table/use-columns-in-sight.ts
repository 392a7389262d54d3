import { type RefObject, useEffect, useState } from 'react';
import { type ColumnRange, type GridRoom, columnsInSight } from './grid-geometry.ts';
import type { DrawnColumn } from './use-data-table.ts';

/** Finds the columns that have to be drawn, again whenever the grid is scrolled so far that they are others. */
export function useColumnsInSight(
  scroller: RefObject<HTMLDivElement | null>,
  drawn: readonly DrawnColumn<never>[],
  { pinned, gutter, view }: GridRoom,
): ColumnRange {
  // How far the grid is scrolled, in pixels, as of the last time that it made a difference.
  const [scrolled, setScrolled] = useState(0);
  const range = columnsInSight(drawn, { pinned, gutter, view }, scrolled);
  const { first, end } = range;
  useEffect(() => {
    const grid = scroller.current;
    if (grid === null) return;

    function follow({ scrollLeft }: HTMLDivElement): void {
      const now = columnsInSight(drawn, { pinned, gutter, view }, scrollLeft);
      if (now.first !== first || now.end !== end) setScrolled(scrollLeft);
    }

    function handleScroll(): void {
      if (grid !== null) follow(grid);
    }

    // Columns that became narrower may have moved what is scrolled to.
    follow(grid);
    grid.addEventListener('scroll', handleScroll, { passive: true });
    return () => {
      grid.removeEventListener('scroll', handleScroll);
    };
    // Not at every drawing: the grid is drawn in every frame in which its lines are scrolled.
  }, [scroller, drawn, pinned, gutter, view, first, end]);
  return range;
}
