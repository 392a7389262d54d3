import { expect, test } from 'vitest';
import { findHeadings } from './plain-text-headings.ts';

const prose =
  'The harbour master said on Monday that the ferry would stay in port until its ramp had been repaired.';

/** Which of these passages are headings; one that begins with `* ` is no prose. */
function headingsOf(...texts: readonly string[]): string[] {
  const passages = texts.map((text) => ({ text, isProse: !text.startsWith('* ') }));
  return [...findHeadings(passages)].map((index) => texts[index] ?? '');
}

/** A text of so many letters, with words in it. */
function letters(length: number): string {
  return 'Words '.repeat(30).slice(0, length - 1) + 'x';
}

test.each<readonly [string, boolean]>([
  ['Ferry stops', true],
  ['The route 12024', true],
  ['The version 1.234', true],
  ['Ferry (still) stops', true],
  ['Ferry stops: more', true],
  ['By sea and by land', true],
  ['Said By Lena Marsk', true],
  ['By sea to Hallan', true],
  ['Ab', true],
  ['Ab--', true],
  ['Ab---', false],
  ['B', false],
  ['123', false],
  [letters(80), true],
  [letters(81), false],
  ['Ferry\nstops', false],
  ['Ferry\tstops', false],
  ['Posted by @crane', false],
  ['http://weekly.example', false],
  ['https://weekly.example', false],
  ['www.weekly.example', false],
  ['Report of 1999', false],
  ['Report of 2024', false],
  ['Posted at 21:17', false],
  ['Posted at 21.17', false],
  ...['(Ferry)', '[Ferry]', '"Ferry" stops', "'Ferry' stops"].map((text) => [text, false] as const),
  ...['“Ferry” stops', '‘Ferry’ stops', '«Ferry» stops'].map((text) => [text, false] as const),
  ...Array.from('.!?…:;,؟۔؛،。！？：；').map((end) => [`Ferry stops${end}`, false] as const),
  ...Array.from(`"'”’»)]`).map((end) => [`Ferry stops.${end}`, false] as const),
  ['Ferry (stops)', true],
  ['Ferry stops.”)', false],
  ['Ferry, stops', false],
  ['Ferry، stops', false],
  ['Ferry，stops', false],
  ['By Lena Marsk', false],
  ['von  Anna Berg', false],
  ['* Ferry stops', false],
])('between paragraphs “%s” is a heading: %s', (text, expected) => {
  expect(headingsOf(prose, text, prose)).toEqual(expected ? [text] : []);
});

test.each([
  [letters(140), true],
  [letters(141), false],
  ['Ferry, stops', true],
  ['Ferry stops.', false],
])('at the top “%s” is a headline: %s', (text, expected) => {
  expect(headingsOf(text, prose)).toEqual(expected ? [text] : []);
});

test.each([
  [prose, true],
  ['* an item', true],
  [letters(80), true],
  [letters(79), false],
  [`${letters(39)}.`, true],
  [`${letters(38)}.`, false],
  [letters(60), false],
  ['Ministry of Boats', false],
])('after “%s” there may be a heading: %s', (before, expected) => {
  const found = headingsOf('(no heading)', before, 'Ferry stops', prose);
  expect(found.includes('Ferry stops')).toBe(expected);
});

test.each([
  [[prose], true],
  [[`${letters(39)}.`], true],
  [[`${letters(38)}.`], false],
  [[letters(79)], false],
  [[], false],
  [[`* ${prose}`], false],
  [['By Lena Marsk', prose], true],
  [['BY LENA MARSK', prose], true],
  [['By Lena Marsk', `* ${prose}`], false],
  [['By Lena Marsk'], false],
  [['Lena Marsk', prose], false],
  // These begin like a byline, and read on.
  [['By Monday it was all over, said the master.'], true],
  [[`By ${letters(78)}`], true],
  [[`By ${letters(77)}`], false],
] as const)('before %j there may be a heading: %s', (after, expected) => {
  expect(headingsOf(prose, 'Ferry stops', ...after).includes('Ferry stops')).toBe(expected);
});

test.each([
  ['three are believed', 3, 0, 3],
  ['four among enough paragraphs are believed', 4, 4, 4],
  ['of more than a third of all passages only a headline is', 4, 3, 1],
])('of headings %s', (_, pairs, others, expected) => {
  const texts = [
    ...Array.from({ length: pairs }, (_each, index) => [
      `Part ${'x'.repeat(index + 1)}`,
      prose,
    ]).flat(),
    ...Array.from({ length: others }, () => prose),
  ];
  expect(headingsOf(...texts)).toEqual(
    texts.filter((text) => text.startsWith('Part')).slice(0, expected),
  );
});

test('too many headings below a first paragraph are none', () => {
  const parts = ['One', 'Two', 'Three', 'Four'].flatMap((part) => [part, prose]);
  expect(headingsOf(prose, ...parts)).toEqual([]);
});
