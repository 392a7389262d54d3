// ISO 639 codes of languages that are written from right to left.
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi', 'dv', 'sd', 'ug']);
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The direction a document reads in: what its language says, else what most letters at its beginning do. A single
 * name in another script does not turn a document around.
 */
export function directionOf(text: string, language: string | null): 'ltr' | 'rtl' {
  const primary = language?.toLowerCase().split('-')[0];
  if (primary !== undefined) return rightToLeft.has(primary) ? 'rtl' : 'ltr';
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? [];
  const turned = letters.filter((letter) => rightToLeftLetter.test(letter));
  return turned.length * 2 > letters.length ? 'rtl' : 'ltr';
}
