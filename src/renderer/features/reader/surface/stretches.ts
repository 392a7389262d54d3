import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { DocumentText } from '../../../../domain/core/text.ts';

/**
 * The stretches of a text that blocks of ascending index cover, neighbours joined. A block covers what is up to the
 * next one as well, and the first what is before it, so that every offset is in the stretch of its block.
 */
export function stretchesOf({ text, blocks }: DocumentText, indexes: readonly number[]): Range[] {
  const stretches: { start: number; end: number }[] = [];
  for (const index of indexes) {
    const start = index === 0 ? 0 : (blocks[index]?.start ?? text.length);
    const end = blocks[index + 1]?.start ?? text.length;
    const last = stretches.at(-1);
    if (last?.end === start) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** What begins in one of the stretches, out of many that are in the order of their starts. */
export function beginningIn<T extends { readonly start: number }>(
  stretches: readonly Range[],
  ordered: readonly T[],
): T[] {
  return stretches.flatMap(({ start, end }) =>
    ordered.slice(lowerBound(ordered, start), lowerBound(ordered, end)),
  );
}

// The index of the first that begins at an offset or later.
function lowerBound(ordered: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
