import { type RefObject, useEffect, useState } from 'react';
import { type ColumnRange, columnsInSight } from './grid-geometry.ts';
import type { DrawnColumn } from './use-data-table.ts';

/** Finds the columns that have to be drawn, again whenever the grid is scrolled so far that they are others. */
export function useColumnsInSight(
  scroller: RefObject<HTMLDivElement | null>,
  drawn: readonly DrawnColumn<never>[],
  room: Parameters<typeof columnsInSight>[1],
): ColumnRange {
  // How far the grid is scrolled, in pixels, as of the last time that it made a difference.
  const [scrolled, setScrolled] = useState(0);
  const range = columnsInSight(drawn, room, scrolled);
  useEffect(() => {
    const grid = scroller.current;
    if (grid === null) return;

    function follow({ scrollLeft }: HTMLDivElement): void {
      const now = columnsInSight(drawn, room, scrollLeft);
      if (now.first !== range.first || now.end !== range.end) setScrolled(scrollLeft);
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
  });
  return range;
}
