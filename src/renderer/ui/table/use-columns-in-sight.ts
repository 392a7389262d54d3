import { type RefObject, useEffect, useState } from 'react';
import { type ColumnRange, type GridRoom, columnsInSight } from './grid-geometry.ts';
import type { DrawnColumn } from './use-data-table.ts';

// What is drawn beyond the sight, in pixels: a turn of the wheel must not show an empty column.
const beyondSight = 240;

/**
 * Finds the columns that have to be drawn, again whenever the grid is scrolled so far that they are others; those out of
 * sight only once the first draw `isShown`.
 */
export function useColumnsInSight(
  scroller: RefObject<HTMLDivElement | null>,
  drawn: readonly DrawnColumn<never>[],
  { pinned, gutter, view }: GridRoom,
  isShown: boolean,
): ColumnRange {
  const beyond = isShown ? beyondSight : 0;
  // How far the grid is scrolled, in pixels, as of the last time that it made a difference.
  const [scrolled, setScrolled] = useState(0);
  const range = columnsInSight(drawn, { pinned, gutter, view }, scrolled, beyond);
  const { first, end } = range;
  useEffect(() => {
    const grid = scroller.current;
    if (grid === null) return;

    function follow({ scrollLeft }: HTMLDivElement): void {
      const now = columnsInSight(drawn, { pinned, gutter, view }, scrollLeft, beyond);
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
  }, [scroller, drawn, pinned, gutter, view, beyond, first, end]);
  return range;
}
