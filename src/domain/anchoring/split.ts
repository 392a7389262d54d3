import type { Range } from './graphemes.ts';
import type { HighlightId } from '../records/highlight/record.ts';

/** A highlight as far as splitting is concerned; the record itself will do. */
export interface SpannedHighlight {
  readonly id: HighlightId;
  /** UTF-16 units of the document's text, in any order. */
  readonly spans: readonly Range[];
}

/** A stretch of a block over which the same highlights lie; the outermost (first begun, then longest) comes first. */
export interface Piece extends Range {
  readonly highlights: readonly HighlightId[];
}

interface Edge {
  readonly at: number;
  readonly layer: number;
  readonly opens: boolean;
}

/**
 * Splits a block at every edge of a highlight into consecutive pieces that cover it without gap or overlap.
 * Highlights that do not touch the block are ignored; an empty block has no pieces. n log n in the spans, plus the
 * ids in the pieces.
 */
export function splitBlock(block: Range, highlights: readonly SpannedHighlight[]): Piece[] {
  const layers = layersOver(block, highlights);
  const edges = layers.flatMap(({ start, end }, layer): Edge[] => [
    { at: Math.max(start, block.start), layer, opens: true },
    { at: Math.min(end, block.end), layer, opens: false },
  ]);
  // Those at one place stay in the order of their layers.
  edges.sort((a, b) => a.at - b.at);

  const pieces: Piece[] = [];
  const open = new Map<number, HighlightId>();
  let reached = block.start;
  for (const { at, layer, opens } of [...edges, { at: block.end, layer: -1, opens: false }]) {
    if (at > reached) {
      pieces.push({ start: reached, end: at, highlights: [...new Set(open.values())] });
      reached = at;
    }
    const id = layers[layer]?.id;
    if (opens && id !== undefined) open.set(layer, id);
    else open.delete(layer);
  }
  return pieces;
}

// A layer's index is its rank from the outside in, which makes the order of opening the order of nesting.
function layersOver(
  block: Range,
  highlights: readonly SpannedHighlight[],
): (Range & { readonly id: HighlightId })[] {
  return highlights
    .flatMap(({ id, spans }) => spans.map(({ start, end }) => ({ id, start, end })))
    .filter(({ start, end }) => start < end && start < block.end && end > block.start)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}
