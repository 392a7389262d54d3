import chardet from 'chardet';

/** The encodings with one byte a character that Assay tells apart by itself. */
const singleByteEncodings = ['windows-1251', 'windows-1256', 'windows-1252'] as const;
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

// Bytes: enough for every share below to settle.
const sampledBytes = 100_000;

/**
 * The letters that make up most of any text of the language. In Russian the ten cover about 66 % of all letters, in
 * Ukrainian 60 %, in Bulgarian and Serbian about 60 %; Hebrew, Greek or KOI8-R bytes read as Cyrillic stay below 40 %.
 */
const commonCyrillic = /[оеаинтсрвлі]/giu;
const leastCommonCyrillic = 0.45;

/** In Arabic the twelve cover about 70 % of all letters, in Persian about 75 %; Russian bytes read as Arabic under 35 %. */
const commonArabic = /[اليمونرتبهعد]/gu;
const leastCommonArabic = 0.5;

/**
 * In Western European languages at most about one letter in eight has an accent (Icelandic); a single short sentence
 * can have more. Text of another script read as Latin has accents on nearly all its letters.
 */
const mostAccented = 0.3;

/** A rival by chardet's n-grams must be this sure (per cent), and this much surer than Western, to be believed. */
const rivalConfidence = 20;
const rivalLead = 1.5;

/**
 * Tells Windows-1251, 1256 and 1252 apart in bytes known not to be UTF-8. Returns null where none reads plausibly,
 * so that a file in another encoding is refused rather than imported as gibberish.
 */
export function detectSingleByte(bytes: Uint8Array): SingleByteEncoding | null {
  const sample = bytes.subarray(0, sampledBytes);
  const plausible = {
    'windows-1251': readsAsCyrillic,
    'windows-1256': readsAsArabic,
    'windows-1252': readsAsWestern,
  };
  const found = singleByteEncodings.find((encoding) =>
    plausible[encoding](new TextDecoder(encoding).decode(sample)),
  );
  const isRivals = found === 'windows-1252' && (hasLatinRival(sample) || looksTurkish(sample));
  return isRivals ? null : (found ?? null);
}

function readsAsCyrillic(text: string): boolean {
  const letters = count(text, /\p{Script=Cyrillic}/gu);
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  // Wrong readings mix scripts within a word, or put capitals behind small letters.
  const strange = words.filter(
    (word) =>
      /\p{Script=Cyrillic}/u.test(word) && (/[a-z]/i.test(word) || /\p{Ll}\p{Lu}{2}/u.test(word)),
  ).length;
  const cyrillicWords = words.filter((word) => /\p{Script=Cyrillic}/u.test(word)).length;
  // One strange word in five is let pass.
  return (
    letters > 0 &&
    count(text, commonCyrillic) >= letters * leastCommonCyrillic &&
    strange * 5 <= cyrillicWords &&
    readsAsOneScript(text, letters)
  );
}

function readsAsArabic(text: string): boolean {
  const letters = count(text, /\p{Script=Arabic}/gu);
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const arabicWords = words.filter((word) => /\p{Script=Arabic}/u.test(word));
  const mixed = arabicWords.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  return (
    letters > 0 &&
    count(text, commonArabic) >= letters * leastCommonArabic &&
    mixed * 5 <= arabicWords.length &&
    readsAsOneScript(text, letters)
  );
}

/** The script's own letters outnumber accented Latin ones and the symbols that wrongly read letters turn into. */
function readsAsOneScript(text: string, letters: number): boolean {
  const foreign = count(
    text,
    /[^\p{ASCII}\p{P}\p{Z}\p{Cf}\p{M}\p{Script=Cyrillic}\p{Script=Arabic}]/gu,
  );
  return foreign * 5 <= letters;
}

function readsAsWestern(text: string): boolean {
  const accented = count(text, /[^\P{L}\p{ASCII}]/gu);
  const all = count(text, /\p{L}/gu);
  const words = text.match(/\p{L}+/gu) ?? [];
  const strange = words.filter(
    (word) => /[^\p{ASCII}]{3}/u.test(word) || /\p{Ll}\p{Lu}{2}/u.test(word),
  ).length;
  const symbols = count(text, /[^\p{ASCII}\p{L}\p{Z}\p{P}€£§©®°±²³´µ·¹ªº¼½¾¢¥™×]/gu);
  return (
    (accented === 0 || accented <= Math.max(1, all * mostAccented)) &&
    strange * 10 <= words.length &&
    symbols * 50 <= text.length
  );
}

/** Central European and Turkish encodings share most bytes with Western; only their n-grams differ. */
function hasLatinRival(sample: Uint8Array): boolean {
  const matches = chardet.analyse(sample);
  const best = (names: readonly string[]) =>
    Math.max(
      0,
      ...matches.filter(({ name }) => names.includes(name)).map(({ confidence }) => confidence),
    );
  const western = best(['ISO-8859-1', 'windows-1252']);
  const rival = best(['ISO-8859-2', 'windows-1250', 'ISO-8859-9', 'windows-1254', 'windows-1257']);
  return rival >= rivalConfidence && rival > western * rivalLead;
}

/**
 * Windows-1254 has the Turkish ğ, ı and ş where Western has the Icelandic ð, ý and þ; Icelandic itself has neither ç nor ü.
 */
function looksTurkish(sample: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(sample);
  return count(text, /[ðýþ]/giu) >= 3 && /[çü]/iu.test(text);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
