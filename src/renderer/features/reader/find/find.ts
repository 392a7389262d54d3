import { type Range, snapToGraphemes } from '../../../../domain/anchoring/graphemes.ts';
import { type Folded, foldText } from './fold.ts';

const mark = /^\p{M}/u;

/**
 * Every place where the words stand in a document's blocks, in order and without overlap, in UTF-16 units of the text.
 * Case, accents and Arabic vowel marks make no difference; a match ends where its last letter does, marks included.
 * Blocks are searched one by one, because nobody looks for words across a paragraph's end.
 */
export function findAll(text: string, blocks: readonly Range[], words: string): Range[] {
  const wanted = foldText(words).text;
  if (wanted.trim() === '') return [];
  return blocks.flatMap((block) => {
    const part = text.slice(block.start, block.end);
    return findIn(foldText(part), wanted).map((range) => {
      // A match must not end within a grapheme: it may become a highlight.
      const snapped = snapToGraphemes(part, range);
      return { start: block.start + snapped.start, end: block.start + snapped.end };
    });
  });
}

/** The index of the first match that begins at an offset or later; of the first one if there is none. */
export function matchFrom(matches: readonly Range[], offset: number): number {
  const found = matches.findIndex(({ start }) => start >= offset);
  return found === -1 ? 0 : found;
}

function findIn({ text, offsets }: Folded, wanted: string): Range[] {
  const found: Range[] = [];
  let at = text.indexOf(wanted);
  while (at !== -1) {
    const end = at + wanted.length;
    if (offsets === null) found.push({ start: at, end });
    // A mark that folding keeps makes the letter before it another one.
    else if (!mark.test(text.charAt(end))) {
      found.push({ start: offsets[at] ?? 0, end: endOffset(offsets, end) });
    }
    // From the end of the last one, so that matches do not overlap: “aa” is once in “aaa”.
    at = text.indexOf(wanted, end);
  }
  return found;
}

// A match may end in the middle of a character that folds to several units, such as a ligature; then all of it counts.
function endOffset(offsets: readonly number[], end: number): number {
  const last = offsets[end - 1];
  let index = end;
  while (index < offsets.length - 1 && offsets[index] === last) index += 1;
  return offsets[index] ?? 0;
}
