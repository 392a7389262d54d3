// Into graphemes, because nothing else is asked for.
const segmenter = new Intl.Segmenter();

/** A stretch of text, in UTF-16 units, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Widens a range so that it splits no grapheme: a boundary inside an emoji, a combining sequence or a surrogate
 * pair moves outwards. Costs the length of the lines the two boundaries are in.
 */
export function snapToGraphemes(text: string, range: Range): Range {
  return { start: graphemeAt(text, range.start).start, end: graphemeEnd(text, range.end) };
}

/** The grapheme boundary after (+1) or before (-1) an offset; stays at the ends of the text. */
export function neighbouringBoundary(text: string, offset: number, direction: 1 | -1): number {
  if (direction === 1) return graphemeAt(text, offset).end;
  return offset <= 0 ? 0 : graphemeAt(text, offset - 1).start;
}

function graphemeEnd(text: string, end: number): number {
  const grapheme = graphemeAt(text, end);
  return grapheme.start === end ? end : grapheme.end;
}

// A newline is always a grapheme of its own (canonical text has no CR), so a line can be segmented alone.
function graphemeAt(text: string, offset: number): Range {
  if ([-1, 0, 1].every((step) => isPlain(text.charCodeAt(offset + step))))
    return { start: offset, end: offset + 1 };
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline);
  const grapheme = segmenter.segment(line).containing(offset - lineStart);
  // Nothing of a line is there: the newline behind it, or the end of the text.
  if (grapheme === undefined)
    return { start: Math.min(offset, text.length), end: Math.min(offset + 1, text.length) };
  const start = lineStart + grapheme.index;
  return { start, end: start + grapheme.segment.length };
}

// Any two characters of ASCII have a boundary between them, but for CR LF, which canonical text has not (UAX #29, GB3 and
// GB999).
function isPlain(code: number): boolean {
  return code < 0x80;
}
