import { type SpannedHighlight, splitBlock } from '../../../../domain/anchoring/split.ts';
import type { Highlight, HighlightId } from '../../../../domain/records/highlight/record.ts';
import type { Block, DocumentText } from '../../../../domain/core/text.ts';

/** A stretch of a block's text under the same highlights. */
export interface AnnotatedPiece {
  readonly text: string;
  /** The highlights that go on beyond the piece come first: they enclose those that end with it. */
  readonly highlights: readonly HighlightId[];
  /** The highlights whose very first words these are. */
  readonly beginning: readonly HighlightId[];
  /** The highlights of which a span ends with this piece: here their numbers stand. */
  readonly ending: readonly HighlightId[];
}

/** A block with its pieces, and the highlights whose notes stand beside it. */
export interface AnnotatedBlock {
  readonly block: Block;
  readonly pieces: readonly AnnotatedPiece[];
  /** In the order in which their numbers appear in the block. */
  readonly notes: readonly HighlightId[];
}

interface OpenPiece {
  readonly text: string;
  highlights: HighlightId[];
  readonly beginning: HighlightId[];
  readonly ending: HighlightId[];
}

/** Splits a document into blocks and pieces; a text without blocks is one paragraph. */
export function annotateText(
  { text, blocks }: DocumentText,
  highlights: readonly Highlight[],
): AnnotatedBlock[] {
  const whole: Block = { kind: 'paragraph', start: 0, end: text.length };
  const shown = blocks.length === 0 ? [whole] : blocks;
  const touching = highlightsByBlock(shown, highlights);
  const begun = new Set<HighlightId>();
  const lastPieces = new Map<object, OpenPiece>();

  const pieces = shown.map((block, index) => {
    const present = touching[index] ?? [];
    const spansOf = new Map(present.map((highlight) => [highlight.id, highlight.spans]));
    return splitBlock(block, present).map(({ start, end, highlights: over }) => {
      const beginning = over.filter((id) => !begun.has(id));
      for (const id of beginning) begun.add(id);
      const piece: OpenPiece = {
        ...{ text: text.slice(start, end), highlights: [...over], beginning, ending: [] },
      };
      for (const id of over) {
        for (const span of spansOf.get(id) ?? []) {
          if (span.start < end && span.end > start) lastPieces.set(span, piece);
        }
      }
      return piece;
    });
  });
  placeEndings(highlights, lastPieces);
  return withNotes(shown, pieces);
}

/**
 * How far down each highlight's underline lies: overlapping highlights get different lanes, counted from 0, and a
 * highlight keeps its lane from its first word to its last.
 */
export function assignLanes(highlights: readonly Highlight[]): ReadonlyMap<HighlightId, number> {
  const lanes = new Map<HighlightId, number>();
  const freeFrom: number[] = [];
  for (const { id, spans } of highlights) {
    const start = spans[0]?.start ?? 0;
    const end = spans.at(-1)?.end ?? 0;
    const free = freeFrom.findIndex((from) => from <= start);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}

// Each block gets only the spans that touch it, so that splitting a long text stays linear.
function highlightsByBlock(
  blocks: readonly Block[],
  highlights: readonly Highlight[],
): SpannedHighlight[][] {
  const byBlock = blocks.map((): SpannedHighlight[] => []);
  for (const { id, spans } of highlights) {
    for (const span of spans) {
      let index = firstBlockEndingAfter(blocks, span.start);
      for (let block = blocks[index]; block !== undefined && block.start < span.end;) {
        addSpan(byBlock[index] ?? [], id, span);
        index += 1;
        block = blocks[index];
      }
    }
  }
  return byBlock;
}

function addSpan(
  present: SpannedHighlight[],
  id: HighlightId,
  span: SpannedHighlight['spans'][number],
): void {
  const last = present.at(-1);
  if (last?.id === id) present[present.length - 1] = { id, spans: [...last.spans, span] };
  else present.push({ id, spans: [span] });
}

function firstBlockEndingAfter(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeEndings(
  highlights: readonly Highlight[],
  lastPieces: ReadonlyMap<object, OpenPiece>,
): void {
  for (const { id, spans } of highlights) {
    for (const span of spans) lastPieces.get(span)?.ending.push(id);
  }
  for (const piece of lastPieces.values()) {
    const ending = new Set(piece.ending);
    piece.highlights = [
      ...piece.highlights.filter((id) => !ending.has(id)),
      ...piece.highlights.filter((id) => ending.has(id)),
    ];
  }
}

function withNotes(blocks: readonly Block[], pieces: readonly OpenPiece[][]): AnnotatedBlock[] {
  const placed = new Set<HighlightId>();
  return blocks.map((block, index) => {
    const here = pieces[index] ?? [];
    const notes = here.flatMap((piece) => piece.ending).filter((id) => !placed.has(id));
    for (const id of notes) placed.add(id);
    return { block, pieces: here, notes: [...new Set(notes)] };
  });
}
