import type { Span } from '../core/span.ts';
import { type Range, snapToGraphemes } from './graphemes.ts';

// Hypothesis keeps 32 characters around a quote; enough to tell repeated phrases of news prose apart.
const contextLength = 32;

/**
 * Makes the span of a selection: widened to graphemes, without the white space at its ends, with its quote and
 * context. Null if nothing but white space is selected or the range lies outside the text.
 */
export function makeSpan(text: string, selection: Range): Span | null {
  if (selection.start < 0 || selection.end > text.length || selection.start >= selection.end)
    return null;
  const trimmed = trim(text, snapToGraphemes(text, selection));
  if (trimmed.start >= trimmed.end) return null;
  // White space can carry a combining mark; such a grapheme is no white space, and stays whole.
  const { start, end } = snapToGraphemes(text, trimmed);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(wholeUnit(text, start - contextLength), start),
    suffix: text.slice(end, wholeUnit(text, end + contextLength)),
  };
}

/** Tells whether a span's quote is still what stands at its offsets. */
export function spanMatches(text: string, span: Span): boolean {
  return text.slice(span.start, span.end) === span.exact;
}

/**
 * Makes the spans of a highlight from ranges in any order: sorted, overlapping and touching ones joined.
 * Null if any of them is outside the text or only white space.
 */
export function makeSpans(text: string, ranges: readonly Range[]): Span[] | null {
  const joined: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ start: range.start, end: range.end });
  }
  const spans = joined.map((range) => makeSpan(text, range));
  return spans.length > 0 && spans.every((span) => span !== null)
    ? withoutOverlaps(text, spans)
    : null;
}

// Widening to graphemes can make neighbours meet inside one grapheme; then they are one span.
function withoutOverlaps(text: string, spans: Span[]): Span[] | null {
  const meet = spans.some((span, index) => span.start < (spans[index - 1]?.end ?? 0));
  return meet ? makeSpans(text, spans) : spans;
}

// Where there is nothing but white space, the end comes before the start.
function trim(text: string, { start, end }: Range): Range {
  const selected = text.slice(start, end);
  const leading = selected.length - selected.trimStart().length;
  const trailing = selected.length - selected.trimEnd().length;
  return { start: start + leading, end: end - trailing };
}

// Context is for comparing; it need not end on a grapheme, but half a surrogate pair is no string.
function wholeUnit(text: string, offset: number): number {
  const within = Math.min(Math.max(offset, 0), text.length);
  const code = text.charCodeAt(within);
  return code >= 0xdc00 && code <= 0xdfff ? within + 1 : within;
}
