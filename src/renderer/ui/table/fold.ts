// ASCII, and what stands in many texts beside it and is no letter: dashes, quotation marks, arrows.
const isPlain = /^[ -~\t\n\r–—‘-”←-↓]*$/;
const marks = /[\p{M}\u0640]/gu;

/**
 * A text as it is compared when somebody looks for it: compatibility forms resolved, case, accents, Arabic vowel marks
 * and tatweel gone, the forms of yeh and heh that are typed for each other made one. For finding only, never shown.
 */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('ى', 'ي')
    .replaceAll('ی', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ک', 'ك');
}

/** The words of a query, folded; all of them have to be found. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}
