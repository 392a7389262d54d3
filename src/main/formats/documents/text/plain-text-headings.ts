/** The longest line that can be a heading inside a text, and at its very top, where newspapers' headlines stand. */
const longestHeading = 80;
const longestHeadline = 140;

/** A passage this long reads on, whether or not it ends with a full stop. */
const runningTextLength = 80;

/** More headings than this share of all passages is a list, a poem or a chat. */
const mostHeadings = 1 / 3;

const sentenceEnd = /[.!?…:;,؟۔؛،。！？：；]["'”’»)\]]*$/u;

interface Candidate {
  readonly text: string;
  /** False for list items and quotes. */
  readonly isProse: boolean;
}

/**
 * Finds the headings of a plain text, as positions in the list of its passages. Cautious: a heading is one short line
 * without a final stop, a date, a web address or a handle, followed (perhaps after a byline) by running text.
 */
export function findHeadings(passages: readonly Candidate[]): Set<number> {
  const found = passages.flatMap((passage, index) =>
    passage.isProse &&
    looksLikeHeading(passage.text, index === 0) &&
    isBreakInText(passage, passages[index - 1]) &&
    leadsIntoText(passages, index)
      ? [index]
      : [],
  );
  // A short note may well be one heading for each paragraph, so a few are always believed.
  const tooMany = found.length > 3 && found.length > passages.length * mostHeadings;
  return new Set(tooMany ? found.filter((index) => index === 0) : found);
}

function looksLikeHeading(text: string, isFirst: boolean): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    text.length <= (isFirst ? longestHeadline : longestHeading) &&
    // Mostly letters; no line breaks, tabs, addresses, handles, years or times; no opening bracket or quotation mark.
    letters >= 2 &&
    letters * 2 >= text.length &&
    !/[\n\t@]|https?:|www\.|\b(?:19|20)\d\d\b|\d[:.]\d\d\b/.test(text) &&
    !/^[("'“‘«[]/u.test(text) &&
    !sentenceEnd.test(text) &&
    !isByline(text)
  );
}

/** Letterheads, datelines and signatures are short lines too, but stand beside each other or hold a comma. */
function isBreakInText({ text }: Candidate, before: Candidate | undefined): boolean {
  if (before === undefined) {
    return true;
  }
  return !/[,،，]/u.test(text) && (!before.isProse || isRunningText(before.text));
}

function leadsIntoText(passages: readonly Candidate[], index: number): boolean {
  const next = passages[index + 1];
  const body = next !== undefined && isByline(next.text) ? passages[index + 2] : next;
  return body?.isProse === true && isRunningText(body.text);
}

function isRunningText(text: string): boolean {
  return (
    text.length >= runningTextLength ||
    (text.length >= runningTextLength / 2 && sentenceEnd.test(text))
  );
}

function isByline(text: string): boolean {
  return (
    text.length <= longestHeading &&
    /^(?:by|von|par|por|da)\s/i.test(text) &&
    // A name, so that "By sea and by land" stays a heading. Letters of either case would do with the flag `i`.
    /^\S+\s+\p{Lu}/u.test(text) &&
    !sentenceEnd.test(text)
  );
}
