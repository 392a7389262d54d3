import type { CSSProperties } from 'react';
import type { DrawnColumn } from './use-data-table.ts';

/** Heights in pixels; tokens.css gives the rows the same as --row and --row-compact. */
export const heights = { row: 32, compact: 28, head: 36 };

/** Widths of the column with the selection marks, in pixels: without and with the mark that unfolds a row. */
export const gutters = { plain: 36, folding: 58 };

/** A column whose edge is being dragged, and how wide that makes it. */
export interface ColumnResize {
  readonly column: string;
  readonly width: number;
}

/** What columns have to share a grid with. */
export interface GridRoom {
  /** How many of the columns, from the first, stay at the left. */
  readonly pinned: number;
  /** The width of the column with the selection marks, in pixels. */
  readonly gutter: number;
  /** How many pixels of the grid are in sight from left to right. */
  readonly view: number;
}

/** The columns with the width that one of them is being dragged to. */
export function withResize<R>(
  drawn: readonly DrawnColumn<R>[],
  resize: ColumnResize | null,
): readonly DrawnColumn<R>[] {
  if (resize === null) return drawn;
  return drawn.map((column) =>
    column.column.id === resize.column ? { ...column, width: resize.width } : column,
  );
}

/** The id of a cell's element; the header is line −1, the gutter column 0. */
export function cellId(gridId: string, line: number, column: number): string {
  return `${gridId}-${line < 0 ? 'head' : String(line)}-${String(column)}`;
}

// So much of the sight, at most, is given to columns that do not scroll; the rest of them scroll as well.
const mostPinned = 0.6;

/** How many columns, from the first, stay at the left while the others scroll, where `view` pixels are in sight. */
export function pinnedCount(
  drawn: readonly DrawnColumn<never>[],
  gutter: number,
  view: number,
): number {
  let right = gutter;
  const tooMany = drawn.findIndex(({ width, isPinned }) => {
    right += width;
    return !isPinned || right > view * mostPinned;
  });
  return tooMany < 0 ? drawn.length : tooMany;
}

/**
 * The widths of the pinned columns and of the others as custom properties of the grid, so that resizing a column draws
 * no row anew. The last column takes up what is left of `view`, the pixels that are in sight.
 */
export function columnVariables(
  drawn: readonly DrawnColumn<never>[],
  { pinned, gutter, view }: GridRoom,
): CSSProperties {
  const widths = drawn.map(({ width }) => width);
  const others = widths
    .slice(pinned)
    .map((width, index, { length }) =>
      index === length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
    );
  const variables: Record<string, string> = {
    '--view': `${view}px`,
    '--pinned': [gutter, ...widths.slice(0, pinned)].map((width) => `${width}px`).join(' '),
    '--others': others.join(' '),
    '--total': `${gutter + sumOf(widths)}px`,
  };
  return variables;
}

/** The columns that are drawn besides the pinned ones: from the first to before the last, counting the pinned ones too. */
export interface ColumnRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Which columns are in sight, or up to `beyond` pixels from it, where the grid is scrolled so many pixels to the right.
 */
export function columnsInSight(
  drawn: readonly DrawnColumn<never>[],
  { pinned, gutter, view }: GridRoom,
  scrolled: number,
  beyond: number,
): ColumnRange {
  const widths = drawn.map(({ width }) => width);
  const room = view - gutter - sumOf(widths.slice(0, pinned));
  let first = drawn.length;
  let end = pinned;
  let left = 0;
  for (const [index, width] of widths.entries()) {
    if (index < pinned) continue;
    const isInSight = left < scrolled + room + beyond && left + width > scrolled - beyond;
    if (isInSight) {
      first = Math.min(first, index);
      end = index + 1;
    }
    left += width;
  }
  return { first: Math.min(first, end), end };
}

/**
 * How far right the grid has to be scrolled for a column to be in sight beside the pinned ones, in pixels; `scrolled` is how far it is.
 * A column wider than that room shows its beginning. Columns count from 0, which is the gutter.
 */
export function scrolledTo(
  column: number,
  drawn: readonly DrawnColumn<never>[],
  { pinned, gutter, view }: GridRoom,
  scrolled: number,
): number {
  if (column <= pinned) return scrolled;
  const widths = drawn.map(({ width }) => width);
  const room = view - gutter - sumOf(widths.slice(0, pinned));
  const left = sumOf(widths.slice(pinned, column - 1));
  const right = left + (widths[column - 1] ?? 0);
  return Math.min(left, Math.max(scrolled, right - room));
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
