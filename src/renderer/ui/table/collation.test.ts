import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationOf } from './collation.ts';

const alphabets = {
  latin: 'abcABCzZéèÉñöÄß æœøłĳ-_,.;!?\'"()/–—“”‘’«»1023456789',
  cyrillic: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБЁЙіїєґ 12',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآءئؤةى َُِّ123 ',
  hebrew: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת 12',
  chinese: '北京上海巴格达大使馆新闻中文字12 a',
  mixed: 'aZé1яЁбابأ北京 -👩‍👩‍👧e\u0301и\u0306',
};

describe('collation', () => {
  for (const locale of ['en', 'de', 'ru', 'ar', 'fr', 'he', 'zh', 'cs', 'sv', 'da']) {
    const collator = new Intl.Collator(locale, { numeric: true });
    const { keyed, compare } = collationOf(collator);
    for (const [name, alphabet] of Object.entries(alphabets)) {
      it(`orders ${name} text as the collator of "${locale}" does`, () => {
        const word = fc
          .array(fc.constantFrom(...Array.from(alphabet)), { maxLength: 8 })
          .map((characters) => characters.join(''));
        fc.assert(
          fc.property(word, word, (a, b) => {
            const expected = Math.sign(collator.compare(a, b));
            const found = Math.sign(compare(keyed(a), keyed(b)));
            expect(expected === 0 || found === expected).toBe(true);
            expect(found === 0).toBe(a === b);
          }),
          { numRuns: 300 },
        );
      });
    }
  }

  it('gives ordinary texts a key, so that sorting them is fast', () => {
    const { keyed } = collationOf(new Intl.Collator('en', { numeric: true }));
    expect(
      keyed('Sources told the paper, in 2003, “that 45 minutes” was – well – wrong').key,
    ).not.toBe(null);
    expect(keyed('Источники сообщили газете').key).not.toBe(null);
    expect(keyed('مصادر غربية').key).not.toBe(null);
  });

  it('orders numbers inside texts by their value', () => {
    const { keyed, compare } = collationOf(new Intl.Collator('en', { numeric: true }));
    const sorted = ['Memo 10', 'Memo 2', 'memo 1', 'Memo 007'].map(keyed).sort(compare);
    expect(sorted.map(({ text }) => text)).toEqual(['memo 1', 'Memo 2', 'Memo 007', 'Memo 10']);
  });
});
