/** A stretch of text by its offsets in UTF-16 units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Words of a document as the text has them: one run, several runs, or everything from some words to others. */
export type Words = string | readonly string[] | { readonly from: string; readonly to: string };

/** Finds words in a text, one range for each run; throws unless each run is there exactly once. */
export function findWords(text: string, words: Words): TextRange[] {
  if (typeof words === 'string') return [findRun(text, words)];
  if ('from' in words) {
    const { start } = findRun(text, words.from);
    const { end } = findRun(text, words.to);
    if (start >= end) throw new Error(`“${words.to}” comes before “${words.from}”`);
    return [{ start, end }];
  }
  return words.map((run) => findRun(text, run));
}

function findRun(text: string, run: string): TextRange {
  const start = text.indexOf(run);
  if (start === -1) throw new Error(`The text does not say “${run}”`);
  if (text.includes(run, start + 1)) throw new Error(`The text says “${run}” more than once`);
  return { start, end: start + run.length };
}
