import { expect, test } from 'vitest';
import { fold, wordsOf } from './fold.ts';

test.each([
  ['case', 'REUTERS', 'reuters'],
  ['case, at the end of a Greek word', 'ΟΔΟΣ', 'οδος'],
  ['compatibility forms', 'ﬁle Ｎｏ. Ⅳ', 'file no. iv'],
  ['accents, composed or not', 'Cafe\u0301 Élodie', 'café elodie'],
  ['ё and е', 'Семён Ёлкин', 'семен елкин'],
  ['a dotted capital i', 'İstanbul', 'istanbul'],
  ['Arabic vowel marks', 'مُحَمَّد', 'محمد'],
  ['tatweel', 'محمـــد', 'محمد'],
  ['forms of alef', 'أحمد إلى آخر ٱلعالم', 'احمد الي اخر العالم'],
  ['forms of yeh and kaf', 'على الکویتی', 'علي الكويتي'],
  ['teh marbuta and heh', 'المدينة', 'المدينه'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['curly quotes', '“Ada’s”', '"ada\'s"'],
  ['line breaks', 'one\ntwo', 'one two'],
])('%s make no difference', (_, text, typed) => {
  expect(fold(text)).toBe(fold(typed));
});

test.each([
  ['Japanese voicing', 'が', 'か'],
  ['Indic vowels', 'कि', 'क'],
  ['letters', 'سلام', 'شلام'],
])('%s do', (_, text, typed) => {
  expect(fold(text)).not.toBe(fold(typed));
});

test('words are folded and split at any white space', () => {
  expect(wordsOf('  Élodie\tمُحَمَّد\n')).toEqual(['elodie', 'محمد']);
  expect(wordsOf(' ')).toEqual([]);
});
