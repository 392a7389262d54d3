import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { DocumentMarks } from './document-marks.ts';

/** A mark on the overview ruler. */
export interface Tick {
  /** Fraction of the document, 0 to 1. */
  readonly at: number;
  readonly kind: 'highlight' | 'claim' | 'found';
}

// More could not be told apart on the tallest window.
const places = 400;

/** Where highlights, claims and matches are, each place once; costs what the document's blocks and claims cost. */
export function ticksOf(marks: DocumentMarks, length: number, found: readonly Range[]): Tick[] {
  const { index } = marks;
  const highlights = index.blocks.filter((_, block) => index.over(block).length > 0);
  return [
    ...placesOf(highlights, length, 'highlight'),
    ...placesOf(marks.claims(), length, 'claim'),
    ...placesOf(found, length, 'found'),
  ];
}

function placesOf(
  starts: readonly { readonly start: number }[],
  length: number,
  kind: Tick['kind'],
): Tick[] {
  // Thousands of matches in one place are one tick.
  const taken = new Set(
    starts.map(({ start }) => Math.floor((start / Math.max(length, 1)) * places)),
  );
  return [...taken].map((place) => ({ at: place / places, kind }));
}
