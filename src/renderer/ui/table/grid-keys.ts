/** A cell of the grid: line and column from 0; the line −1 is the header. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

/** What the grid has: how many lines and columns, and how many lines fit on the screen. */
export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  readonly page: number;
}

/** A key press, as far as moving about is concerned. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
}

/** Where a key leads from a place, after the ARIA pattern for grids; null if it is no key for moving about. */
export function placeAfter(press: GridKey, at: GridPlace, size: GridSize): GridPlace | null {
  if (press.altKey) return null;
  const target = press.ctrlKey ? farPlace(press.key, at, size) : nearPlace(press.key, at, size);
  return target && bounded(target, size);
}

function nearPlace(key: string, at: GridPlace, size: GridSize): GridPlace | null {
  const { line, column } = at;
  switch (key) {
    case 'ArrowUp':
      return { line: line - 1, column };
    case 'ArrowDown':
      return { line: line + 1, column };
    case 'ArrowLeft':
      return { line, column: column - 1 };
    case 'ArrowRight':
      return { line, column: column + 1 };
    case 'PageUp':
      // A page up from among the lines ends at the first of them; only an arrow leads into the header.
      return { line: Math.max(line - size.page, Math.min(line, 0)), column };
    case 'PageDown':
      return { line: line + size.page, column };
    case 'Home':
      return { line, column: 0 };
    case 'End':
      return { line, column: size.columns - 1 };
    default:
      return null;
  }
}

function farPlace(key: string, at: GridPlace, size: GridSize): GridPlace | null {
  if (key === 'Home') return { line: 0, column: 0 };
  if (key === 'End') return { line: size.lines - 1, column: size.columns - 1 };
  if (key === 'ArrowUp') return { line: 0, column: at.column };
  if (key === 'ArrowDown') return { line: size.lines - 1, column: at.column };
  return null;
}

function bounded({ line, column }: GridPlace, size: GridSize): GridPlace {
  return {
    line: Math.max(-1, Math.min(size.lines - 1, line)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  };
}
