/** What the reader paints over text without changing it; reading-column.module.css says how. */
export type PaintName = 'reader-selection' | 'reader-found' | 'reader-current';

/** Paints ranges of the page (CSS Custom Highlight API), in place of what the name painted before. */
export function paint(name: PaintName, ranges: readonly (Range | null)[]): void {
  const present = ranges.filter((range) => range !== null);
  if (present.length === 0) {
    clearPaint(name);
    return;
  }
  const highlight = new Highlight(...present);
  highlight.priority = name === 'reader-selection' ? 2 : name === 'reader-current' ? 1 : 0;
  CSS.highlights.set(name, highlight);
}

/** Takes a paint off. */
export function clearPaint(name: PaintName): void {
  CSS.highlights.delete(name);
}
