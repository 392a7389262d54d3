import type { Range } from './graphemes.ts';
import type { HighlightId } from '../records/highlight/record.ts';
import { byPlace } from './place.ts';

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

/** One span of a highlight that lies over the block. */
interface Layer extends SpannedHighlight {
  /** What it covers of the block. */
  readonly within: Range;
}

interface Edge {
  readonly at: number;
  readonly layer: number;
  /** The highlight that begins there; null where it ends. */
  readonly begins: HighlightId | null;
}

/**
 * Splits a block at every edge of a highlight into consecutive pieces that cover it without gap or overlap.
 * Highlights that do not touch the block are ignored; an empty block has no pieces. n log n in the spans, plus the
 * ids in the pieces.
 */
export function splitBlock(block: Range, highlights: readonly SpannedHighlight[]): Piece[] {
  const layers = layersOver(block, highlights);
  const edges = layers.flatMap(({ id, within }, layer): Edge[] => [
    { at: within.start, layer, begins: id },
    { at: within.end, layer, begins: null },
  ]);
  // Those at one place stay in the order of their layers.
  edges.sort((a, b) => a.at - b.at);

  const pieces: Piece[] = [];
  const open = new Map<number, HighlightId>();
  let reached = block.start;
  const last: Edge = { at: block.end, layer: layers.length, begins: null };
  for (const { at, layer, begins } of [...edges, last]) {
    if (at > reached) {
      pieces.push({ start: reached, end: at, highlights: [...new Set(open.values())] });
      reached = at;
    }
    if (begins === null) open.delete(layer);
    else open.set(layer, begins);
  }
  return pieces;
}

// A layer's index is its rank from the outside in, which makes the order of opening the order of nesting.
function layersOver(block: Range, highlights: readonly SpannedHighlight[]): Layer[] {
  return highlights
    .flatMap(({ id, spans }) =>
      spans.map((span) => ({ id, spans: [span], within: common(span, block) })),
    )
    .filter(({ within }) => within.start < within.end)
    .sort(byPlace);
}

// The stretch that two have in common; where there is none, the end does not come after the start.
function common(a: Range, b: Range): Range {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}
