import { useEffect, useLayoutEffect } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { MountedText } from '../surface/mounted-text.ts';
import { clearPaint, paint } from '../marks/paint.ts';

/** Paints what was found in the blocks that are in the page, the current one stronger. */
export function useFoundPaint(
  mounted: MountedText | null,
  items: readonly VirtualItem[],
  found: readonly Range[],
  current: number | null,
): void {
  useLayoutEffect(() => {
    if (mounted === null) return;
    const shown = items.flatMap(({ index }) => {
      const block = mounted.blocks[index];
      return block === undefined ? [] : within(found, block);
    });
    paint(
      'reader-found',
      shown.map((range) => mounted.rangeOf(range)),
    );
    const strong = current === null ? undefined : found[current];
    paint(
      'reader-current',
      strong !== undefined && shown.includes(strong) ? [mounted.rangeOf(strong)] : [],
    );
  }, [mounted, items, found, current]);

  useEffect(
    () => () => {
      clearPaint('reader-found');
      clearPaint('reader-current');
    },
    [],
  );
}

/** The ranges that lie in a block, out of many that are in order and never cross blocks. */
function within(ranges: readonly Range[], block: Range): readonly Range[] {
  const first = lowerBound(ranges, block.start);
  return ranges.slice(first, lowerBound(ranges, block.end));
}

function lowerBound(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
