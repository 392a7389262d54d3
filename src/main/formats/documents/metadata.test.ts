import { describe, expect, it } from 'vitest';
import { toEdtf } from './dates.ts';
import { noMetadata, tidyMetadata, toLanguageTag } from './metadata.ts';

describe('dates', () => {
  it.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    ['2026-03-12', '2026-03-12'],
    ['2026-03~', '2026-03~'],
    ['2026-03-01/2026-03-05', '2026-03-01/2026-03-05'],
    ['2026-03-12T14:00', '2026-03-12T14:00:00'],
    ['2026-03-12 14:00:05', '2026-03-12T14:00:05'],
    ['2026-03-12T14:00:00.123+0200', '2026-03-12T14:00:00+02:00'],
    ['2026-03-12T14:00:00+00:00', '2026-03-12T14:00:00Z'],
    ['2026/3/12', '2026-03-12'],
    ['20260312', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
    ['12 March 2026', '2026-03-12'],
    ['March 12, 2026', '2026-03-12'],
    ['Thu, 12 Mar 2026 14:00:00 GMT', '2026-03-12T14:00:00Z'],
    ['Thu, 12 Mar 2026 14:00:00 +0200', '2026-03-12T14:00:00+02:00'],
    [' 2026\n', '2026'],
    ['-0044', '-0044'],
    ['Y3E3', 'Y3E3'],
    ['2026-03-12 14:00:00,5  GMT', '2026-03-12T14:00:00Z'],
    ['2026-03-12T14:00 utc', '2026-03-12T14:00:00Z'],
    ['2026-03-12T14:00:00-00:00', '2026-03-12T14:00:00Z'],
    ['2026-03-12T14:00:00-0000', '2026-03-12T14:00:00Z'],
    ['2026-03-12T14:00:05-0530', '2026-03-12T14:00:05-05:30'],
    ['2026-03-12T14:00:05+05:30', '2026-03-12T14:00:05+05:30'],
    [`2026-03-12T14:00:00.${'1'.repeat(44)}`, '2026-03-12T14:00:00'],
    ['2026.12.31', '2026-12-31'],
    ['1.3.2026', '2026-03-01'],
    ['1. Sept., 2026', '2026-09-01'],
    ['12 DECEMBER 2026, 14:00', '2026-12-12T14:00:00'],
    ['Thursday  12  March  2026  14:00:05  utc', '2026-03-12T14:00:05Z'],
    ['Jan. 2 2026', '2026-01-02'],
    ['Thursday,  March  12,  2026', '2026-03-12'],
    ['Thu March 12 2026', '2026-03-12'],
  ])('reads %s', (raw, expected) => {
    expect(toEdtf(raw)).toBe(expected);
  });

  it.each([
    '',
    '03/12/2026',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    '99999999-01-01',
    '1'.repeat(70),
    '31 Brumaire 2026',
    '31 Brumaire 2026 10:00',
    'Brumaire 31, 2026',
    'XXXX',
    'Y12345',
    '[2026,2027]',
    '../2026',
    'on 2026-03-12 14:00',
    '2026-03-12 14:00 in the harbour',
    `2026-03-12T14:00:00.${'1'.repeat(45)}`,
    'of 2026/3/1',
    '2026/3/1, late',
    'of 20260312',
    '202603120',
    'of 1.3.2026',
    '1.3.20261',
    'the 4th 12 March 2026',
    '12 March 2026 or so',
    'no. 4: March 12, 2026',
    'March 12, 2026 or so',
  ])('does not read “%s”', (raw) => {
    expect(toEdtf(raw)).toBeNull();
  });
});

describe('languages', () => {
  it.each([
    ['ar', 'ar'],
    ['EN_us', 'en-US'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    [' pt_br\n', 'pt-BR'],
    ['yue_hant_hk', 'yue-Hant-HK'],
    ['de-x-aaaaaaaa-bbbbbbbb-cccccccc-ddd', 'de-x-aaaaaaaa-bbbbbbbb-cccccccc-ddd'],
  ])('reads %s', (raw, expected) => {
    expect(toLanguageTag(raw)).toBe(expected);
  });

  it.each([
    ...['', 'English', 'und', 'UND-Latn', 'x', 'x-en', 'i-klingon', 'a-b-c-d', 'en-', 'the en'],
    'de-x-aaaaaaaa-bbbbbbbb-cccccccc-dddd',
  ])('does not read “%s”', (raw) => {
    expect(toLanguageTag(raw)).toBeNull();
  });
});

describe('values', () => {
  function tidy(found: Partial<typeof noMetadata>, name = 'a.txt') {
    const { metadata, publisher } = tidyMetadata({ ...noMetadata, ...found }, name);
    return { ...metadata, publisher };
  }

  it('are nothing where nothing is found, and then the name of the file is the title', () => {
    expect(tidy({})).toEqual({
      ...{ title: 'a', authors: [], date: null, language: null, url: null, publisher: null },
    });
  });

  it('are the first that can be used', () => {
    expect(
      tidy({
        titles: ['', ' \n', '\u0007', 'One', 'Two'],
        publishers: [' ', 'P', 'Q'],
        dates: ['soon', '2026', '2025'],
        languages: ['English', 'en', 'ar'],
        urls: ['/here', 'https://x.example', 'https://y.example'],
      }),
    ).toEqual({
      ...{ title: 'One', authors: [], date: '2026', language: 'en' },
      ...{ url: 'https://x.example/', publisher: 'P' },
    });
  });

  it.each([
    ['\n One\t\u00A0 two\u0007 ', 'One two'],
    ['x'.repeat(500), 'x'.repeat(500)],
    ['x'.repeat(501), `${'x'.repeat(499)}…`],
    [`${'x'.repeat(498)} ${'x'.repeat(9)}`, `${'x'.repeat(498)}…`],
    [`${'x'.repeat(498)}😀x`, `${'x'.repeat(498)}…`],
    [`${'x'.repeat(497)}😀xx`, `${'x'.repeat(497)}😀…`],
    // Of a long value only so much is looked at.
    [`${' '.repeat(1_999)}xy`, 'x'],
  ])('are one line that is cut at a character: %#', (raw, title) => {
    expect(tidy({ titles: [raw] }).title).toBe(title);
  });

  it('have room for a long name of a publisher', () => {
    expect(tidy({ publishers: ['x'.repeat(200)] }).publisher).toBe('x'.repeat(200));
    expect(tidy({ publishers: ['x'.repeat(201)] }).publisher).toBe(`${'x'.repeat(199)}…`);
  });

  it.each([
    ['Report.txt', 'Report'],
    ['C:\\cases\\Report.txt', 'Report'],
    ['/cases/Report', 'Report'],
    ['a.b.c', 'a.b'],
    ['.hidden', '.hidden'],
    ['cases/', 'Untitled'],
  ])('of a title are those of the file %s, without folder and extension', (name, title) => {
    expect(tidy({}, name).title).toBe(title);
  });

  it.each([
    [
      ['A', 'B', 'A'],
      ['A', 'B'],
    ],
    [
      ['A; B ;;', 'C, D'],
      ['A', 'B', 'C, D'],
    ],
    [
      ['By  A', 'by B', 'Byron', 'by ', 'Close by C'],
      ['A', 'B', 'Byron', 'by', 'Close by C'],
    ],
    [[' https://x.example/a', 'HTTP://x.example', 'An http: fan', ' '], ['An http: fan']],
  ])('of authors %j are the names %j', (found, authors) => {
    expect(tidy({ authors: found }).authors).toEqual(authors);
  });

  it('of authors are fifty at most', () => {
    const many = Array.from({ length: 60 }, (_, index) => `A${index}`);
    expect(tidy({ authors: many }).authors).toEqual(many.slice(0, 50));
    expect(tidy({ authors: [many.join(';')] }).authors).toEqual(many.slice(0, 50));
    // Values that name nobody count as well: of a hostile list only so many are looked at.
    expect(tidy({ authors: [...many.slice(0, 50).fill(''), 'A'] }).authors).toEqual([]);
    expect(tidy({ authors: [`${' '.repeat(10_000)}A`] }).authors).toEqual([]);
  });

  it.each([
    [' HTTP://X.example/a b ', 'http://x.example/a%20b'],
    [`https://x.example/${'a'.repeat(2_030)}`, `https://x.example/${'a'.repeat(2_030)}`],
    [`https://x.example/${'a'.repeat(2_031)}`, null],
    [`https://x.example/${'é'.repeat(700)}`, null],
    ['ftp://x.example', null],
    ['see https://x.example', null],
    ['http://', null],
    ['mailto:http://x.example', null],
  ])('of an address %# are those of the web, as the standard writes them', (raw, url) => {
    expect(tidy({ urls: [raw] }).url).toBe(url);
  });
});
