/** A text as it is compared, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text and its end: the offset in the original. Null: the same offsets. */
  readonly offsets: readonly number[] | null;
}

// Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs
// and tatweel. Marks of other scripts (Indic vowels, Japanese voicing) change the letter and stay.
const ignored: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
];
const plain = /^[\t\n -~]*$/u;
const sameLetters = new Map([
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ة', 'ه'],
  ['ک', 'ك'],
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['\n', ' '],
  ['\t', ' '],
]);
const variants = new RegExp(`[${[...sameLetters.keys()].join('')}]`, 'gu');

/**
 * Folds a text for finding: case, compatibility forms, accents, Arabic vowel marks, tatweel and letter forms, curly
 * quotes, line breaks as spaces. The text itself is never changed; offsets lead back to it.
 */
export function fold(text: string): Folded {
  if (plain.test(text)) return { text: unify(text.toLowerCase()), offsets: null };
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const units = unify(withoutIgnored(character.normalize('NFKD')).toLowerCase());
    for (let index = 0; index < units.length; index += 1) offsets.push(offset);
    folded += units;
    offset += character.length;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}

function unify(text: string): string {
  return text.replace(variants, (letter) => sameLetters.get(letter) ?? letter);
}

function withoutIgnored(text: string): string {
  let kept = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (!ignored.some(([first, last]) => first <= code && code <= last)) kept += letter;
  }
  return kept;
}
