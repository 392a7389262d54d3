import { describe, expect, test } from 'vitest';
import { findPassages, markerOf } from './plain-text-lines.ts';

function passagesOf(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return findPassages(text).map(({ start, end }) => text.slice(start, end));
}

/** A line of two words, as wide as is said; the first word has 19 letters. */
function line(width: number): string {
  return `${'a'.repeat(19)} ${'b'.repeat(width - 20)}`;
}

function times(count: number, text: string): string[] {
  return Array.from({ length: count }, () => text);
}

describe('lines that were wrapped', () => {
  test.each([
    [39, false],
    [40, true],
    [120, true],
    [121, false],
  ])('at %i characters belong together: %s', (width, expected) => {
    expect(passagesOf([...times(4, line(width)), 'end']).length === 1).toBe(expected);
  });

  test.each([
    [2, 0, false],
    [3, 0, true],
    [3, 2, true],
    [3, 3, false],
  ])('%i times, and %i times not, belong together: %s', (wrapped, not, expected) => {
    const lines = [...times(wrapped, line(50)), ...times(not, line(21)), line(21)];
    expect(passagesOf(lines)).toHaveLength(expected ? 1 + not : wrapped + not + 1);
  });

  test('end where the next word would have had room', () => {
    const lines = [...times(4, line(50)), line(30), line(50), line(31), line(50)];
    expect(passagesOf(lines)).toEqual([
      [...times(4, line(50)), line(30)].join('\n'),
      [line(50), line(31), line(50)].join('\n'),
    ]);
  });

  test('are as wide as what is seen of them, and keep the space around out of their passage', () => {
    const [full, enough, early] = [50, 35, 25].map((width) => `  ${line(width)}${' '.repeat(90)}`);
    const lines = [...times(4, String(full)), String(enough), String(early), '', '  end  '];
    expect(passagesOf(lines)).toEqual([lines.slice(0, 6).join('\n').trim(), 'end']);
    expect(passagesOf([...lines.slice(0, 6), String(full)])).toHaveLength(2);
    expect(findPassages(lines.join('\n')).map(({ indent }) => indent)).toEqual([2, 2]);
  });

  test('are told by their usual width, whatever one long address or many blank lines are', () => {
    const address = 'x'.repeat(150);
    const paragraph = [...times(4, line(50)), 'end'];
    const words = times(12, ' \nword').flatMap((lines) => lines.split('\n'));
    const lines = [address, '', ...paragraph, ...times(90, ' '), ...paragraph, ...words];
    const joined = paragraph.join('\n');
    expect(passagesOf(lines)).toEqual([address, joined, joined, ...times(12, 'word')]);
  });

  test('of Chinese and Japanese end where the next character would have had room', () => {
    for (const character of ['停', 'ひ', 'カ']) {
      const full = character.repeat(50);
      const short = character.repeat(20);
      expect(passagesOf([...times(4, full), short, full])).toEqual([
        [...times(4, full), short].join('\n'),
        full,
      ]);
    }
    // Not so where a word only holds such a character.
    const word = `${'a'.repeat(19)}停 ${'b'.repeat(29)}`;
    expect(passagesOf([...times(4, word), line(40), word])).toHaveLength(1);
  });

  test('begin a paragraph where one is indented and the one before is not', () => {
    const indented = `  ${line(48)}`;
    expect(passagesOf([...times(4, line(50)), indented, line(50), indented, indented])).toEqual([
      times(4, line(50)).join('\n'),
      [line(48), line(50)].join('\n'),
      [line(48), indented].join('\n'),
    ]);
  });

  test('begin an item where one begins like an item', () => {
    const item = `- ${line(48)}`;
    expect(passagesOf([...times(4, line(50)), item, line(50)])).toEqual([
      times(4, line(50)).join('\n'),
      `${item}\n${line(50)}`,
    ]);
  });
});

describe('quoted lines', () => {
  test('go with each other only, also where all lines were wrapped', () => {
    const quoted = `> ${line(48)}`;
    const lines = [...times(4, line(50)), quoted, '   > end', line(50), line(50)];
    expect(passagesOf(lines)).toEqual([
      times(4, line(50)).join('\n'),
      `${quoted}\n   > end`,
      `${line(50)}\n${line(50)}`,
    ]);
  });

  test('are apart where a blank line stands between them, and are not indented by more than three', () => {
    expect(passagesOf(['> a', '', '> b', '    > c', 'd > e'])).toEqual([
      ...['> a', '> b', '> c', 'd > e'],
    ]);
  });
});

test.each([
  ['- one', '-'],
  ['  *  one', '*'],
  ['•\tone', '•'],
  ['‣ one', '‣'],
  ['▪ one', '▪'],
  ['◦ one', '◦'],
  ['1. one', '1.'],
  ['123) one', '123)'],
  ['1234. one', null],
  ['-one', null],
  ['1.one', null],
  ['- ', null],
  ['one - two', null],
  ['1 one', null],
])('“%s” begins with the marker %s', (text, marker) => {
  expect(markerOf(text)).toBe(marker);
});
