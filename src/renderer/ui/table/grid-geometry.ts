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

/** The id of a cell's element; the header is line −1, the gutter column 0. */
export function cellId(gridId: string, line: number, column: number): string {
  return `${gridId}-${line < 0 ? 'head' : String(line)}-${String(column)}`;
}

/**
 * The widths of all columns and the places of the pinned ones as custom properties of the grid, so that resizing
 * a column draws no row anew. The last column takes up what is left of the screen.
 */
export function columnVariables(
  drawn: readonly DrawnColumn<never>[],
  resize: ColumnResize | null,
  gutter: number,
): CSSProperties {
  const widths = drawn.map(({ column, width }) =>
    resize?.column === column.id ? resize.width : width,
  );
  const tracks = widths.map((width, index) =>
    index === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  const variables: Record<string, string> = {
    '--gutter': `${gutter}px`,
    '--columns': [`${gutter}px`, ...tracks].join(' '),
    '--total': `${widths.reduce((sum, width) => sum + width, gutter)}px`,
  };
  drawn.forEach(({ pinnedAt }, index) => {
    if (pinnedAt !== null) variables[pinVariable(index)] = `${gutter + pinnedAt}px`;
  });
  return variables;
}

/** The style of a cell that stays at the left: where, as {@link columnVariables} says. */
export function pinnedStyle(index: number): CSSProperties {
  return { insetInlineStart: `var(${pinVariable(index)})` };
}

function pinVariable(index: number): string {
  return `--pin-${String(index)}`;
}
