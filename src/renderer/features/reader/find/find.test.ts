import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, matchFrom } from './find.ts';
import { foldText } from './fold.ts';

function found(text: string, words: string): string[] {
  return findAll(text, [{ start: 0, end: text.length }], words).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test.each([
  ['The TROOPS, the troops', 'troops', ['TROOPS', 'troops']],
  ['وأنَّ التحقيق جارٍ', 'وان التحقيق', ['وأنَّ التحقيق']],
  ['أُطلقت الصواريخ', 'اطلقت', ['أُطلقت']],
  ['محمـــد في المدينة', 'محمد', ['محمـــد']],
  ['المدينة والمدينه', 'المدينه', ['المدينة', 'المدينه']],
  ['شَلوم שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
  ['Ёлка и елка', 'елка', ['Ёлка', 'елка']],
  ['Cafe\u0301 and Café', 'cafe', ['Cafe\u0301', 'Café']],
  ['the ﬁrst file', 'f', ['ﬁ', 'f']],
  ['“No,” he said', '"no,"', ['“No,”']],
  ['one\ntwo', 'one two', ['one\ntwo']],
  ['がか', 'か', ['か']],
  ['北约从巴格达撤离', '巴格达', ['巴格达']],
  ['İstanbul', 'istanbul', ['İstanbul']],
  ['anything', '  ', []],
])('in %j, %j finds %j', (text, words, expected) => {
  expect(found(text, words)).toEqual(expected);
});

test('what stands in a text is found there, at offsets that hold it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.nat(39),
      fc.nat(10),
      (text, from, size) => {
        const graphemes = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
        const words = graphemes.slice(from, from + size + 1).join('');
        fc.pre(foldText(words).text.trim() !== '');
        const matches = findAll(text, [{ start: 0, end: text.length }], words);
        expect(matches.length).toBeGreaterThan(0);
        for (const { start, end } of matches) {
          expect(foldText(text.slice(start, end)).text).toContain(foldText(words).text);
        }
      },
    ),
  );
});

test('matches keep to their blocks and are counted in offsets of the whole text', () => {
  const text = 'aa\nab a';
  const blocks = [
    { start: 0, end: 2 },
    { start: 3, end: 7 },
  ];
  expect(findAll(text, blocks, 'a').map(({ start }) => start)).toEqual([0, 1, 3, 6]);
  expect(findAll(text, blocks, 'aab')).toEqual([]);
});

test('looking begins at an offset and goes around', () => {
  const matches = [3, 9].map((start) => ({ start, end: start + 1 }));
  expect([0, 4, 10].map((offset) => matchFrom(matches, offset))).toEqual([0, 1, 0]);
});
