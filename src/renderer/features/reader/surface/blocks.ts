import type { Range } from '../../../../domain/anchoring/graphemes.ts';

/** The index of the block an offset lies in; between two blocks that of the earlier one, and 0 before the first. */
export function blockIndexAt(blocks: readonly Range[], offset: number): number {
  // A binary search: this is asked for every key, every move of the pointer and every highlight.
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset moved into a block, if it lies beside it. */
export function clampTo(block: Range, offset: number): number {
  return Math.min(Math.max(offset, block.start), block.end);
}
