import type { Paint } from '../text-surface.ts';

/** What a column paints over its text; reading-column.module.css says how. */
type PaintName = Paint | 'selection';

// What is painted later lies above.
const order: readonly PaintName[] = ['found', 'current', 'selection'];

/**
 * Paints ranges of the page (CSS Custom Highlight API), in place of what the name painted before; none: takes it off.
 * The names are the page's, so only one column can paint at a time.
 */
export function paint(name: PaintName, ranges: readonly (Range | null)[]): void {
  const present = ranges.filter((range) => range !== null);
  if (present.length === 0) {
    CSS.highlights.delete(`reader-${name}`);
    return;
  }
  const highlight = new Highlight(...present);
  highlight.priority = order.indexOf(name);
  CSS.highlights.set(`reader-${name}`, highlight);
}
