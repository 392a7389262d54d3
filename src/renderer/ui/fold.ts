// Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs
// and tatweel. Marks of other scripts (Indic vowels, Japanese voicing) change the letter and stay.
const ignored = [
  ...['\\u0300-\\u036f', '\\u0591-\\u05bd', '\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7'],
  ...['\\u0610-\\u061a', '\\u0640', '\\u064b-\\u065f', '\\u0670'],
  ...['\\u06d6-\\u06dc', '\\u06df-\\u06e8', '\\u06ea-\\u06ed'],
];
const marks = new RegExp(ignored.map((range) => `[${range}]`).join('|'), 'gu');
// Letters that are written in one way or another in the same words: forms of Arabic and Persian letters, the final
// sigma, quotation marks as keyboards have them, white space.
const sameLetters = new Map([
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ة', 'ه'],
  ['ک', 'ك'],
  ['ٱ', 'ا'],
  ['ς', 'σ'],
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['\n', ' '],
  ['\t', ' '],
]);
const variants = new RegExp(`[${[...sameLetters.keys()].join('')}]`, 'gu');
// ASCII, and what stands in many texts beside it and is no letter: dashes, quotation marks, arrows.
const plain = /^[ -~\t\n\r–—‘-”←-↓]*$/u;

/**
 * A text as it is compared when somebody looks for it: case, compatibility forms, accents (ё as е), Arabic vowel marks,
 * tatweel and letter forms, curly quotes, line breaks as spaces. For finding only, never shown.
 */
export function fold(text: string): string {
  const bare = plain.test(text) ? text : text.normalize('NFKD').replace(marks, '');
  return bare.toLowerCase().replace(variants, (letter) => sameLetters.get(letter) ?? letter);
}

/** The words of a query, folded; all of them have to be found. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}
