import { describe, expect, it } from 'vitest';
import {
  encodeSingleByte,
  encodeUtf16,
  encodeUtf8,
} from '../../../../e2e/fixtures/import/encode.ts';
import { decodeBytes } from './encoding.ts';

const samples = {
  english: 'The ferry was “late” again – the captain’s third delay.\nNobody said why.',
  french:
    'Le bac a été arrêté vendredi après la découverte de fissures. La préfecture n’a rien confirmé.',
  german:
    'Die Fähre fährt seit Freitag nicht. Gründe nennt die Behörde nicht; Straße und Brücke bleiben offen.',
  spanish: 'El capitán dijo que mañana habrá más información. ¿Quién pagará la reparación?',
  swedish: 'Färjan gick inte på måndagen. Öns bagare säger att mjölet räcker en vecka.',
  russian: 'Паром не ходит с пятницы. Причину пока не называют, сообщил представитель порта.',
  russianCapitals: 'ПАРОМ ОСТАНОВЛЕН. ПРИЧИНА НЕ НАЗВАНА, СООБЩИЛ ПОРТ.',
  ukrainian: 'Пором не ходить із п’ятниці. Її причину досі не назвали, — сказав речник порту.',
  arabic: 'توقفت العبّارة يوم الجمعة بعد اكتشاف تشققات في المنحدر، ولم يعلن السبب حتى الآن.',
  persian:
    'كشتي از روز جمعه كار نمي‌كند. سخنگوي بندر گفت كه دليل آن هنوز روشن نيست و چند روز طول مي‌كشد.',
  chinese: '轮渡星期五停航。港口发言人说，原因还不清楚。',
  emoji: 'Zélie is fine 👨‍👩‍👧‍👦 e\u0301 नमस्ते שלום 🙏🏽',
} as const;
type Sample = keyof typeof samples;
const names = Object.keys(samples).filter((name): name is Sample => name in samples);

function decoded(bytes: Uint8Array): { text: string; encoding: string } | string {
  const result = decodeBytes(bytes, 'a file');
  return result.ok ? result.value : result.error.code;
}

describe('Unicode encodings', () => {
  it.each(names)('reads %s in UTF-8 and UTF-16, with and without a byte order mark', (name) => {
    const text = samples[name];
    expect(decoded(encodeUtf8(text))).toEqual({ text, encoding: 'utf-8' });
    expect(decoded(encodeUtf8(text, true))).toEqual({ text, encoding: 'utf-8' });
    for (const withMark of [true, false]) {
      expect(decoded(encodeUtf16(text, true, withMark))).toEqual({ text, encoding: 'utf-16le' });
      expect(decoded(encodeUtf16(text, false, withMark))).toEqual({ text, encoding: 'utf-16be' });
    }
  });

  it('keeps a byte order mark that is not at the start', () => {
    expect(decoded(encodeUtf8('a\uFEFFb', true))).toEqual({ text: 'a\uFEFFb', encoding: 'utf-8' });
  });

  it('says when a byte order mark promises what the bytes do not keep', () => {
    expect(decoded(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xff))).toBe('import/malformed');
    expect(decoded(Uint8Array.of(0xff, 0xfe, 0x41))).toBe('import/malformed');
  });

  it('reads one word in UTF-16 without a mark', () => {
    expect(decoded(encodeUtf16('Hello', true, false))).toEqual({
      text: 'Hello',
      encoding: 'utf-16le',
    });
    expect(decoded(encodeUtf16('Hello', false, false))).toEqual({
      text: 'Hello',
      encoding: 'utf-16be',
    });
  });
});

const legacy: readonly (readonly [string, Sample])[] = [
  ['windows-1252', 'english'],
  ['windows-1252', 'french'],
  ['windows-1252', 'german'],
  ['windows-1252', 'spanish'],
  ['windows-1252', 'swedish'],
  ['windows-1251', 'russian'],
  ['windows-1251', 'russianCapitals'],
  ['windows-1251', 'ukrainian'],
  ['windows-1256', 'arabic'],
];

describe('encodings with one byte a character', () => {
  it.each(legacy)('recognises %s in %s', (encoding, name) => {
    const text = samples[name];
    expect(decoded(encodeSingleByte(text, encoding))).toEqual({ text, encoding });
  });

  it.each(legacy)('recognises %s in the first sentence of %s', (encoding, name) => {
    const text = samples[name].split(/(?<=[.?])/)[0] ?? '';
    expect(decoded(encodeSingleByte(text, encoding))).toEqual({ text, encoding });
  });

  it('recognises Persian in windows-1256', () => {
    // The Arabic kaf stands for the Persian one, as it did in files of the time.
    const text = samples.persian;
    expect(decoded(encodeSingleByte(text, 'windows-1256'))).toEqual({
      text,
      encoding: 'windows-1256',
    });
  });

  it.each([
    ['windows-1251', 'Привет, мир'],
    ['windows-1256', 'بيروت وبغداد'],
    ['windows-1252', 'Café'],
    [
      'windows-1252',
      'Ferjan hefur ekki siglt síðan á föstudag. Ástæðan er ekki þekkt, sagði bæjarstjórinn.',
    ],
    ['windows-1252', 'It cost £5 – “cheap”'],
    ['windows-1251', 'Представитель NATO Mission Iraq заявил РБК: «Нет»'],
    ['windows-1256', 'قال متحدث باسم NATO إن البعثة انتقلت إلى Naples أمس'],
  ])('recognises %s in “%s”', (encoding, text) => {
    expect(decoded(encodeSingleByte(text, encoding))).toEqual({ text, encoding });
  });

  it.each([
    ['koi8-r', samples.russian],
    ['windows-1255', 'המעבורת אינה פועלת מיום שישי. הסיבה לא נמסרה עדיין, אמר דובר הנמל.'],
    ['windows-1253', 'Το πλοίο δεν ταξιδεύει από την Παρασκευή. Ο λόγος δεν έχει ανακοινωθεί.'],
    ['windows-1250', 'Přívoz od pátku nejezdí. Důvod zatím není známý, řekla mluvčí přístavu.'],
    [
      'windows-1254',
      'Feribot cuma gününden beri çalışmıyor. Sebebi henüz açıklanmadı, dedi sözcü.',
    ],
  ])('refuses %s rather than reading it as gibberish', (encoding, text) => {
    expect(decoded(encodeSingleByte(text, encoding))).toBe('import/encoding');
  });

  it('believes what a page declares', () => {
    const page = `<html><head><meta charset="koi8-r"></head><body>${samples.russian}</body></html>`;
    expect(decoded(encodeSingleByte(page, 'koi8-r'))).toEqual({ text: page, encoding: 'koi8-r' });
    const named = `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">déjà`;
    expect(decoded(encodeSingleByte(named, 'windows-1252'))).toEqual({
      text: named,
      encoding: 'windows-1252',
    });
  });

  it('does not believe a page that declares UTF-8 and is not', () => {
    const page = `<meta charset="utf-8"><p>${samples.french}</p>`;
    expect(decoded(encodeSingleByte(page, 'windows-1252'))).toEqual({
      text: page,
      encoding: 'windows-1252',
    });
  });
});

describe('newlines and control characters', () => {
  it.each([
    ['utf-8', encodeUtf8('a\r\nb\rc\n\rd\r\n')],
    ['utf-16le', encodeUtf16('a\r\nb\rc\n\rd\r\n', true, false)],
  ])('makes one kind of newline of all in %s', (encoding, bytes) => {
    expect(decoded(bytes)).toEqual({ text: 'a\nb\nc\n\nd\n', encoding });
  });

  it('refuses control characters, and zeros however they are encoded', () => {
    expect(decoded(encodeUtf8('a\u0000b'))).toBe('import/binary');
    expect(decoded(encodeUtf8('abc\u0007'))).toBe('import/binary');
    expect(decoded(encodeUtf8('a\u0000b', true))).toBe('import/binary');
    expect(decoded(encodeUtf16('a\u0000b', true, true))).toBe('import/binary');
    expect(decoded(encodeUtf16('a\u0000b', false, false))).toBe('import/binary');
  });

  it('normalises nothing else', () => {
    const text = 'e\u0301 é \u212B \uFB01 \u00A0 \u2028 ك ك';
    expect(decoded(encodeUtf8(text))).toEqual({ text, encoding: 'utf-8' });
  });
});
