import { describe, expect, it } from 'vitest';
import { languageName, languageTag } from './language.ts';

describe('a language’s code', () => {
  it.each([
    ['ar', 'ar'],
    [' fa-ir ', 'fa-IR'],
    ['EN-gb', 'en-GB'],
    ['zh-hant', 'zh-Hant'],
    ['', null],
    ['Arabic!', null],
    ['qqq', null],
  ])('“%s” is %s', (typed, tag) => {
    expect(languageTag(typed)).toBe(tag);
  });

  it('has a name, unless it was written by a file that knew no better', () => {
    expect(languageName('ar')).toBe('Arabic');
    expect(languageName('not a language')).toBeNull();
  });
});
