/** A run of lines that belong together: `[start, end)` in UTF-16 units of the text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Columns of white space before the first line. */
  readonly indent: number;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Programs wrap prose between these widths; narrower is verse or a list, wider lines are whole paragraphs. */
const narrowestWrap = 40;
const widestWrap = 120;

/** Below this share of breaks that wrapping explains, a file's newlines are meant (verse, chat, addresses). */
const leastWrappedShare = 0.6;

/**
 * Finds the passages of plain text, whether paragraphs are one line each or wrapped by hand with blank lines between.
 * A file counts as wrapped if most of its lines stop because the next word would not have fitted; then such lines
 * are joined, and a line that stops early still ends its passage.
 */
export function findPassages(text: string): Passage[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const passages: Passage[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    if (line.text.trim() === '') {
      previous = null;
      continue;
    }
    const joins = previous !== null && belongsTogether(previous, line, width);
    const last = joins ? passages.pop() : undefined;
    const indent = line.text.length - line.text.trimStart().length;
    passages.push({ start: line.start + indent, indent, ...last, end: endOf(line) });
    previous = line;
  }
  return passages;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line, start };
    // The newline itself.
    start += line.length + 1;
    return found;
  });
}

function endOf(line: Line): number {
  return line.start + line.text.trimEnd().length;
}

/** The width at which the file is wrapped; null if it is not. */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines
    .map((line) => line.text.trimEnd().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  // The tenth that is longest may hold a long web address that could not be wrapped.
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  if (width < narrowestWrap || width > widestWrap) {
    return null;
  }
  let breaks = 0;
  let wrapped = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next !== undefined && line.text.trim() !== '' && next.text.trim() !== '') {
      breaks += 1;
      wrapped += isFull(line, next, width) ? 1 : 0;
    }
  }
  // Fewer breaks tell nothing: two lines of a poem may happen to be of one length.
  return breaks >= 3 && wrapped >= breaks * leastWrappedShare ? width : null;
}

function isFull(line: Line, next: Line, width: number): boolean {
  const word = next.text.trimStart().replace(/\s.*/s, '');
  // Chinese and Japanese wrap at any character.
  const needed = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
    ? 1
    : word.length;
  return line.text.trimEnd().length + 1 + needed > width;
}

function belongsTogether(line: Line, next: Line, width: number | null): boolean {
  if (isQuoteLine(line.text) || isQuoteLine(next.text)) {
    // Quoted lines go with each other only, however long they are.
    return isQuoteLine(line.text) && isQuoteLine(next.text);
  }
  // Printed pages mark a paragraph by indenting its first line, without a blank line before it.
  const startsParagraph = /^\s/.test(next.text) && !/^\s/.test(line.text);
  return (
    width !== null && !startsParagraph && markerOf(next.text) === null && isFull(line, next, width)
  );
}

/** Tells whether a line is quoted in the manner of e-mail. */
export function isQuoteLine(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

/** The bullet or number with which a line begins like an item of a list; the caller decides if there is a list. */
export function markerOf(line: string): string | null {
  return /^\s*([-*•‣▪◦]|\d{1,3}[.)])\s+\S/.exec(line)?.[1] ?? null;
}
