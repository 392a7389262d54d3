import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hardTexts } from '../testing/random-commands.ts';
import { codePointOffset } from './code-points.ts';
import { neighbouringBoundary, snapToGraphemes } from './graphemes.ts';
import { makeSpan, makeSpans, spanMatches } from './spans.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Pieces that join with their neighbours in every way Unicode knows, white space and newlines among them.
const pieces = [
  ...[
    'a',
    'é',
    'e\u0301',
    ' ',
    '\n',
    '\u00a0',
    '\u0308',
    '\u200d',
    '\u0600',
    '👩',
    '🏽',
    '👨‍👩‍👧',
    '🇺🇦',
    '🇮',
  ],
  ...[
    'ق',
    'ُ',
    'لا',
    '北',
    '约',
    '각',
    '\u1100',
    '\u1161',
    '\u11a8',
    'नि',
    'क्ष',
    '\u{1f3f4}',
    '.',
    '\ufeff',
  ],
];
const text = fc.oneof(
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join('')),
  fc.constantFrom(...hardTexts),
);
const textAndRanges = text.chain((whole) =>
  fc.record({
    whole: fc.constant(whole),
    ranges: fc.array(
      fc
        .tuple(fc.nat(whole.length), fc.nat(whole.length))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
        .filter(({ start, end }) => start < end),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

// By the whole text, not line by line as the code under test does it.
function graphemesOf(whole: string): { start: number; end: number; segment: string }[] {
  return [...segmenter.segment(whole)].map(({ index, segment }) => ({
    ...{ start: index, end: index + segment.length, segment },
  }));
}

describe('a span', () => {
  test('quotes what stands at its offsets, with its surroundings', () => {
    fc.assert(
      fc.property(textAndRanges, ({ whole, ranges }) => {
        for (const range of ranges) {
          const span = makeSpan(whole, range);
          if (span === null) continue;
          expect(spanMatches(whole, span)).toBe(true);
          expect(whole.slice(0, span.start).endsWith(span.prefix)).toBe(true);
          expect(whole.slice(span.end).startsWith(span.suffix)).toBe(true);
          expect(span.prefix.length).toBeLessThanOrEqual(32);
          expect(span.suffix.length).toBeLessThanOrEqual(32);
        }
      }),
    );
  });

  test('splits no grapheme, and begins and ends with one that is not white space', () => {
    fc.assert(
      fc.property(textAndRanges, ({ whole, ranges }) => {
        const graphemes = graphemesOf(whole);
        for (const range of ranges) {
          const span = makeSpan(whole, range);
          const inside = graphemes.filter(
            ({ start, end }) => end > range.start && start < range.end,
          );
          const solid = inside.filter(({ segment }) => segment.trim() !== '');
          // All that was selected but the white space around it, and whole graphemes only.
          expect(span && { start: span.start, end: span.end }).toEqual(
            solid.length === 0 ? null : { start: solid[0]?.start, end: solid.at(-1)?.end },
          );
        }
      }),
    );
  });

  test('made of itself is itself', () => {
    fc.assert(
      fc.property(textAndRanges, ({ whole, ranges }) => {
        for (const range of ranges) {
          const span = makeSpan(whole, range);
          if (span !== null) expect(makeSpan(whole, span)).toEqual(span);
        }
      }),
    );
  });

  test('has 32 units of context on either side, or what there is', () => {
    const [before, after] = ['b'.repeat(40), 'a'.repeat(40)];
    expect(makeSpan(`${before}X${after}`, { start: 40, end: 41 })).toMatchObject({
      ...{ prefix: before.slice(0, 32), exact: 'X', suffix: after.slice(0, 32) },
    });
    expect(makeSpan('bXa', { start: 1, end: 2 })).toMatchObject({ prefix: 'b', suffix: 'a' });
  });

  // The first and the last of the surrogates that come second in a pair, and the letters right before and after them.
  test.each(['\u{1f400}', '\u{103ff}'])('cuts no “%s” in two at the end of its context', (pair) => {
    const span = makeSpan(`${pair.repeat(20)}bX${pair.repeat(20)}`, { start: 41, end: 42 });
    expect(span?.prefix).toBe(`${pair.repeat(15)}b`);
    const other = makeSpan(`${pair.repeat(20)}Xa${pair.repeat(20)}`, { start: 40, end: 41 });
    expect(other?.suffix.isWellFormed()).toBe(true);
  });

  test.each(['\ue000', '\uff0c'])('keeps the whole context that begins with “%s”', (letter) => {
    const span = makeSpan(`${letter.repeat(40)}X`, { start: 40, end: 41 });
    expect(span?.prefix).toBe(letter.repeat(32));
  });

  test('is none where nothing is selected, also in the middle of a grapheme', () => {
    expect(makeSpan('🇺🇦', { start: 2, end: 2 })).toBeNull();
    expect(makeSpan('🇺🇦', { start: 3, end: 1 })).toBeNull();
  });

  test('is none outside the text', () => {
    expect(makeSpan('abc', { start: -1, end: 2 })).toBeNull();
    expect(makeSpan('abc', { start: 1, end: 4 })).toBeNull();
    expect(makeSpan('abc', { start: 2, end: 2 })).toBeNull();
    expect(makeSpan('a \n b', { start: 1, end: 4 })).toBeNull();
  });
});

describe('the spans of a highlight', () => {
  test('are in order, apart, and cover what the ranges cover', () => {
    fc.assert(
      fc.property(textAndRanges, ({ whole, ranges }) => {
        const spans = makeSpans(whole, ranges);
        if (spans === null) return;
        for (const [index, span] of spans.entries())
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        const solid = graphemesOf(whole).filter(
          ({ start, end, segment }) =>
            segment.trim() !== '' && ranges.some((range) => end > range.start && start < range.end),
        );
        for (const { start, end } of solid)
          expect(spans.some((span) => span.start <= start && span.end >= end)).toBe(true);
      }),
    );
  });

  test('that touch are one, and none are none', () => {
    const touching = [
      { start: 2, end: 4 },
      { start: 0, end: 2 },
    ];
    expect(makeSpans('abcd', touching)).toEqual([makeSpan('abcd', { start: 0, end: 4 })]);
    expect(makeSpans('abcd', [])).toBeNull();
  });

  test('are none if one of the ranges holds nothing', () => {
    const [letter, gap] = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    expect(makeSpans('a   b', [letter, gap])).toBeNull();
  });
});

describe('graphemes', () => {
  test.each([
    ['a joined emoji', 'x👨‍👩‍👧‍👦y', { start: 3, end: 5 }, '👨‍👩‍👧‍👦'],
    ['a flag', '🇺🇦🇮🇶', { start: 1, end: 2 }, '🇺🇦'],
    ['a combining mark', 'cafe\u0301', { start: 4, end: 5 }, 'e\u0301'],
    ['Arabic vowel marks', 'قالَتْ', { start: 3, end: 4 }, 'لَ'],
    ['Hangul jamo', '\u1100\u1161\u11a8', { start: 1, end: 2 }, '\u1100\u1161\u11a8'],
    ['a sign that stands before a letter', '\u0600ab', { start: 1, end: 2 }, '\u0600a'],
    ['a surrogate pair', '𠮷野', { start: 1, end: 2 }, '𠮷'],
  ])('%s is taken whole', (_, whole, range, expected) => {
    const { start, end } = snapToGraphemes(whole, range);
    expect(whole.slice(start, end)).toBe(expected);
  });

  test('end where the text does', () => {
    expect(neighbouringBoundary('ab', 1, 1)).toBe(2);
    expect(neighbouringBoundary('ab', 3, 1)).toBe(2);
    expect(neighbouringBoundary('ab', -1, -1)).toBe(0);
    expect(snapToGraphemes('ab', { start: 3, end: 4 })).toEqual({ start: 2, end: 2 });
  });

  test('stepping from boundary to boundary visits each of them, in both directions', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const boundaries = [0, ...graphemesOf(whole).map(({ end }) => end)];
        const forwards = boundaries.map((at) => neighbouringBoundary(whole, at, 1));
        expect(forwards).toEqual([...boundaries.slice(1), whole.length]);
        const backwards = boundaries.map((at) => neighbouringBoundary(whole, at, -1));
        expect(backwards).toEqual([0, ...boundaries.slice(0, -1)]);
      }),
    );
  });
});

test('the last code point of one unit, and the first of two, count as one', () => {
  expect(codePointOffset('\uffffa', 2)).toBe(2);
  expect(codePointOffset('\u{10000}a', 3)).toBe(2);
});

test('code points are counted as interchange formats count them', () => {
  fc.assert(
    fc.property(text, (whole) => {
      let units = 0;
      for (const [index, point] of Array.from(whole).entries()) {
        expect(codePointOffset(whole, units)).toBe(index);
        units += point.length;
      }
    }),
  );
});
