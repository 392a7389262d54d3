import type { SpannedHighlight } from '../../../../domain/anchoring/split.ts';
import type { DocumentText } from '../../../../domain/core/text.ts';
import { HighlightId } from '../../../../domain/records/highlight/record.ts';

/** Blocks of the given lengths, one newline between them; for tests. */
export function blocksOf(lengths: readonly number[]): { start: number; end: number }[] {
  let next = 0;
  return lengths.map((length) => {
    const start = next;
    next += length + 1;
    return { start, end: start + length };
  });
}

/** A text whose lines are its paragraphs, but for empty ones; for tests. */
export function textOf(text: string): DocumentText {
  const ranges = blocksOf(text.split('\n').map(({ length }) => length));
  const filled = ranges.filter(({ start, end }) => start < end);
  return { text, blocks: filled.map((range) => ({ kind: 'paragraph', ...range })) };
}

/** A highlight over `[start, end)` ranges, with an id made of a number; for tests. */
export function highlight(number: number, ...ranges: [number, number][]): SpannedHighlight {
  const id = HighlightId.parse(
    `highlight-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  );
  return { id, spans: ranges.map(([start, end]) => ({ start, end })) };
}
