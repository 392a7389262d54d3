import type { Range } from '../../../../../domain/anchoring/graphemes.ts';
import { type SpannedHighlight, splitBlock } from '../../../../../domain/anchoring/split.ts';
import type { HighlightId } from '../../../../../domain/records/highlight/record.ts';

/** One highlight over a piece of text. */
export interface Layer {
  readonly id: HighlightId;
  /** The height of its underline, from 0: the same over the whole block, different from those it overlaps. */
  readonly level: number;
  /** Whether the piece is where the highlight begins. */
  readonly begins: boolean;
}

/** A stretch of a block under the same highlights, outermost first. */
export interface LayeredPiece extends Range {
  readonly layers: readonly Layer[];
}

/** Splits a block at the edges of its highlights and gives overlapping ones different levels. */
export function layBlock(
  block: Range,
  highlights: readonly SpannedHighlight[],
): readonly LayeredPiece[] {
  // Given once for the whole block, so that an underline does not change its height where another highlight begins or
  // ends.
  const levels = new Map<HighlightId, number>();
  const begun = new Map(highlights.map(({ id, spans }) => [id, spans[0]?.start]));
  return splitBlock(block, highlights).map(({ start, end, highlights: ids }) => {
    const taken = new Set(ids.map((id) => levels.get(id)).filter((level) => level !== undefined));
    const layers = ids.map((id) => {
      const level = levels.get(id) ?? firstFree(taken);
      taken.add(level);
      levels.set(id, level);
      return { id, level, begins: begun.get(id) === start };
    });
    return { start, end, layers };
  });
}

function firstFree(taken: ReadonlySet<number>): number {
  let level = 0;
  while (taken.has(level)) level += 1;
  return level;
}
