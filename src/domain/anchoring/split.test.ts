import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SpannedHighlight, splitBlock } from './split.ts';
import { HighlightId } from '../records/highlight/record.ts';

function idOf(number: number): HighlightId {
  return HighlightId.parse(`highlight-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

const block = { start: 10, end: 60 };
const spans = fc
  .tuple(fc.nat(80), fc.nat(80))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
const highlights = fc
  .array(fc.array(spans, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .map((all): SpannedHighlight[] => all.map((each, index) => ({ id: idOf(index), spans: each })));

test('pieces cover the block, in order, without gap or overlap', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const pieces = splitBlock(block, all);
      expect(pieces[0]?.start).toBe(block.start);
      expect(pieces.at(-1)?.end).toBe(block.end);
      pieces.forEach((piece, index) => {
        expect(piece.start).toBeLessThan(piece.end);
        expect(piece.start).toBe(index === 0 ? block.start : pieces[index - 1]?.end);
      });
    }),
  );
});

test('each unit lies under exactly the highlights that cover it', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      for (const piece of splitBlock(block, all)) {
        for (let unit = piece.start; unit < piece.end; unit += 1) {
          const covering = all.filter((highlight) =>
            highlight.spans.some((span) => span.start <= unit && unit < span.end),
          );
          expect([...piece.highlights].sort()).toEqual(covering.map(({ id }) => id).sort());
        }
      }
    }),
  );
});

test('there are no more pieces than edges allow', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const edges = new Set(
        all.flatMap((each) => each.spans.flatMap(({ start, end }) => [start, end])),
      );
      expect(splitBlock(block, all).length).toBeLessThanOrEqual(edges.size + 1);
    }),
  );
});

test('the outermost highlight comes first: begun earlier, or longer', () => {
  const pieces = splitBlock({ start: 0, end: 10 }, [
    { id: idOf(1), spans: [{ start: 4, end: 6 }] },
    { id: idOf(2), spans: [{ start: 2, end: 8 }] },
    { id: idOf(3), spans: [{ start: 2, end: 5 }] },
  ]);
  expect(pieces).toEqual([
    { start: 0, end: 2, highlights: [] },
    { start: 2, end: 4, highlights: [idOf(2), idOf(3)] },
    { start: 4, end: 5, highlights: [idOf(2), idOf(3), idOf(1)] },
    { start: 5, end: 6, highlights: [idOf(2), idOf(1)] },
    { start: 6, end: 8, highlights: [idOf(2)] },
    { start: 8, end: 10, highlights: [] },
  ]);
});

test('the outermost comes first in whatever order they are given, also where both began before the block', () => {
  const same = { start: 2, end: 8 };
  const [longer, inner] = [
    { ...same, end: 9 },
    { ...same, start: 3 },
  ];
  for (const order of [
    [1, 2, 3, 4],
    [4, 3, 2, 1],
    [2, 4, 1, 3],
  ]) {
    const all = order.map((number) => ({
      id: idOf(number),
      spans: [number === 4 ? longer : number === 1 ? inner : same],
    }));
    expect(splitBlock({ start: 5, end: 7 }, all)).toEqual([
      { start: 5, end: 7, highlights: [4, 2, 3, 1].map(idOf) },
    ]);
  }
});

test('a span of no length, or that only touches the block, cuts nothing', () => {
  const spans = [5, 0, 10].map((at) => ({ start: at, end: at }));
  const touching = [
    { start: -3, end: 0 },
    { start: 10, end: 12 },
  ];
  expect(
    splitBlock({ start: 0, end: 10 }, [{ id: idOf(1), spans: [...spans, ...touching] }]),
  ).toEqual([{ start: 0, end: 10, highlights: [] }]);
});

test('an empty block has no pieces; a block without highlights is one', () => {
  const far = [{ id: idOf(1), spans: [{ start: 20, end: 30 }] }];
  expect(splitBlock({ start: 5, end: 5 }, far)).toEqual([]);
  expect(splitBlock({ start: 0, end: 9 }, far)).toEqual([{ start: 0, end: 9, highlights: [] }]);
});
