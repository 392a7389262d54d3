import { fold } from '../../../ui/fold.ts';

/** A text as it is compared, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text and its end: the offset in the original. Null: the same offsets. */
  readonly offsets: readonly number[] | null;
}

// ASCII folds unit by unit, so its offsets need no table.
const plain = /^[\t\n -~]*$/u;

/** Folds a text for finding, as names are folded everywhere. The text itself is never changed; offsets lead back to it. */
export function foldText(text: string): Folded {
  if (plain.test(text)) return { text: fold(text), offsets: null };
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  // Character by character, because a folded character may have fewer or more units than it had.
  for (const character of text) {
    const units = fold(character);
    for (let index = 0; index < units.length; index += 1) offsets.push(offset);
    folded += units;
    offset += character.length;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}
