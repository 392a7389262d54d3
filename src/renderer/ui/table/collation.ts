/**
 * Sort keys for texts. JavaScript can compare two texts by the rules of a language but gives no keys, and each
 * comparison costs about 200 ns. Most texts, though, are made of characters that the collation orders one by one: for
 * those a key is built here that plain string comparison orders the same at the primary level. Ties, and all other
 * texts, are still decided by the collator, so the order is always the collator's own.
 */
export interface Collation {
  readonly compare: (a: Keyed, b: Keyed) => number;
  readonly keyed: (text: string) => Keyed;
}

/** A text with its key: plain string order of keys is the primary order; null where the text has no safe key. */
export interface Keyed {
  readonly text: string;
  readonly key: string | null;
}

// Languages whose alphabets have no letters of two characters (Czech and Slovak "ch" are one letter, for example).
const letterByLetter = new Set([
  ...['en', 'de', 'fr', 'it', 'pt', 'nl', 'es', 'fi', 'pl', 'ro', 'tr', 'el'],
  ...['ru', 'uk', 'bg', 'ar', 'fa', 'ur', 'he', 'zh', 'ja', 'ko'],
]);

// Latin to Extended-A, Greek, Cyrillic, Hebrew and Arabic letters, dashes, quotation marks: [first, last] code units.
const candidates: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x391, 0x3c9],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x5d0, 0x5ea],
  [0x621, 0x63a],
  [0x641, 0x64a],
  [0x2010, 0x2015],
  [0x2018, 0x201f],
];

// Longer runs of digits are compared in pieces by ICU, so they have no key here.
const longestNumber = 200;
// Longer texts would overflow the stack where the key is put together; the collator compares them.
const longestText = 10_000;
// Keys are written in code units from here on, so that none of them is a surrogate or a control character.
const firstRank = 0x100;

/** Builds the collation of a collator that compares numerically. Costs some milliseconds: make it once. */
export function collationOf(collator: Intl.Collator): Collation {
  const ranks = primaryRanks(collator);
  return {
    keyed: (text) => ({ text, key: keyOf(text, ranks) }),
    compare: (a, b) => {
      // The keys decide wherever they differ; accents and case, which they leave out, are decided by the collator.
      if (a.key !== null && b.key !== null && a.key !== b.key) return a.key < b.key ? -1 : 1;
      return collator.compare(a.text, b.text) || plain(a.text, b.text);
    },
  };
}

// The collator calls some different texts equal; their order still has to be the same every time.
function plain(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

// The place of each safe character, by its code unit, among all of them at the primary level; 0: not safe.
function primaryRanks(collator: Intl.Collator): Uint16Array {
  const { locale } = collator.resolvedOptions();
  const ranks = new Uint16Array(0x10000);
  if (!letterByLetter.has(locale.split('-')[0] ?? '')) return ranks;
  // `base` compares at the primary level alone: letters, without accents and case.
  const primary = new Intl.Collator(locale, { sensitivity: 'base' });
  const ordered = candidateCharacters().sort((a, b) => primary.compare(a, b));
  // The greatest of the candidates, as a probe: what sorts before `previous + last` begins with the weight of
  // `previous`.
  const last = ordered.at(-1) ?? '';
  let rank = firstRank - 1;
  let previous: string | null = null;
  for (const character of ordered) {
    // Ignored characters weigh nothing, so they cannot be told apart from no character.
    if (primary.compare(character, '') === 0) continue;
    if (previous === null || primary.compare(previous, character) !== 0) {
      // A character that counts as several ("æ", "½") begins with the weight of a lesser one.
      if (previous !== null && primary.compare(previous + last, character) >= 0) continue;
      rank += 1;
      previous = character;
    }
    ranks[character.charCodeAt(0)] = rank;
  }
  return ranks;
}

function candidateCharacters(): string[] {
  return candidates.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)),
  );
}

function keyOf(text: string, ranks: Uint16Array): string | null {
  if (text.length > longestText) return null;
  const key: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const rank = ranks[code] ?? 0;
    // One unsafe character is enough to leave the whole text to the collator.
    if (rank === 0) return null;
    if (!isDigit(code)) {
      key.push(rank);
      continue;
    }
    const end = endOfNumber(text, index);
    if (end - index > longestNumber) return null;
    pushNumber(key, text.slice(index, end), ranks);
    index = end - 1;
  }
  return String.fromCharCode(...key);
}

// A number of more digits is greater; of equally many digits, the digits decide.
function pushNumber(key: number[], digits: string, ranks: Uint16Array): void {
  const significant = digits.replace(/^0+(?=\d)/, '');
  // The rank of the digit nine puts numbers where digits stand among other characters.
  key.push(ranks[0x39] ?? 0, firstRank + significant.length);
  for (let index = 0; index < significant.length; index += 1) {
    key.push(significant.charCodeAt(index));
  }
}

function endOfNumber(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
