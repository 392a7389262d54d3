import type { Range } from '../../../../domain/anchoring/graphemes.ts';

// Word breaks of Unicode (UAX 29), which also know languages without spaces.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The word at an offset, or the white space or sign that stands there; within its line. */
export function wordAt(text: string, offset: number): Range {
  // A line at a time: a segmenter goes through all that it is given.
  const line = lineAt(text, Math.min(offset, Math.max(text.length - 1, 0)));
  const segment = segmenter
    .segment(text.slice(line.start, line.end))
    .containing(offset - line.start);
  if (segment === undefined) return { start: offset, end: offset };
  const start = line.start + segment.index;
  return { start, end: start + segment.segment.length };
}

/** The end of the next word (1) or the start of the last word (-1), seen from an offset; the end of the text if none. */
export function wordBoundary(text: string, offset: number, direction: 1 | -1): number {
  let at = offset;
  while (direction === 1 ? at < text.length : at > 0) {
    const inside = direction === 1 ? at : at - 1;
    const word = text[inside] === '\n' ? { start: inside, end: inside + 1 } : wordAt(text, inside);
    at = direction === 1 ? Math.max(word.end, at + 1) : Math.min(word.start, at - 1);
    // White space and signs are passed over: they are no words.
    if (/[\p{L}\p{N}]/u.test(text.slice(word.start, word.end))) return at;
  }
  return at;
}

function lineAt(text: string, offset: number): Range {
  const newline = text.indexOf('\n', offset);
  return {
    start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
    end: newline === -1 ? text.length : newline,
  };
}
