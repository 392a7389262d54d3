import type { Span } from '../core/span.ts';

/** What has spans: a highlight. Only their quotes are read. */
interface Quoted {
  readonly spans: readonly Pick<Span, 'exact'>[];
}

// Stands for the text between two spans.
const gap = ' … ';

/**
 * The words of a highlight, letter by letter as they stand in the text, line breaks too: for evidence, which can be looked
 * up by them, and for whatever folds white space itself.
 */
export function exactWords({ spans }: Quoted): string {
  return spans.map(({ exact }) => exact).join(gap);
}

/** The words of a highlight on one line: for text fields and statements, where the line breaks of a document mean nothing. */
export function wordsOnOneLine({ spans }: Quoted): string {
  return spans.map(({ exact }) => exact.replace(/\s+/gu, ' ')).join(gap);
}
