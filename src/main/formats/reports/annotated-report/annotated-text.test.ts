import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import { highlightsInOrder } from '../../../../domain/analysis/document-order.ts';
import { makeSpan, makeSpans } from '../../../../domain/anchoring/spans.ts';
import type { Highlight } from '../../../../domain/records/highlight/record.ts';
import { annotateText, assignLanes } from './annotated-text.ts';

const texts = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🏚️', 'é', 'ش'), maxLength: 12 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => `x${lines.join('\nx')}`);
const ranges = fc.array(
  fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { minLength: 1, maxLength: 3 }),
  {
    maxLength: 10,
  },
);

function annotated(text: string, wanted: [number, number][][]) {
  const build = new CaseBuilder();
  const document = build.document(text);
  for (const each of wanted) {
    const inside = each.map(([start, length]) => ({ start, end: start + length + 1 }));
    const spans = makeSpans(text, inside);
    if (spans !== null) build.highlight(document, 'x', { spans });
  }
  const highlights = highlightsInOrder(build.view(), document);
  return { highlights, blocks: annotateText(build.text(document), highlights) };
}

function isOver(highlight: Highlight, from: number, to: number): boolean {
  return highlight.spans.some((span) => span.start <= from && to <= span.end);
}

test('the pieces of each block are its text, each under the highlights that cover it', () => {
  fc.assert(
    fc.property(texts, ranges, (text, wanted) => {
      const { highlights, blocks } = annotated(text, wanted);
      for (const { block, pieces } of blocks) {
        let offset = block.start;
        for (const piece of pieces) {
          const end = offset + piece.text.length;
          expect(piece.text).toBe(text.slice(offset, end));
          const covering = highlights.filter((each) => isOver(each, offset, end));
          expect([...piece.highlights].sort()).toEqual(covering.map(({ id }) => id).sort());
          offset = end;
        }
        expect(offset).toBe(block.end);
      }
    }),
  );
});

test('each highlight begins once, has one note, and one number for each of its spans', () => {
  fc.assert(
    fc.property(texts, ranges, (text, wanted) => {
      const { highlights, blocks } = annotated(text, wanted);
      const pieces = blocks.flatMap((each) => each.pieces);
      const ids = highlights.map(({ id }) => id).sort();
      expect(pieces.flatMap((piece) => piece.beginning).sort()).toEqual(ids);
      expect(blocks.flatMap((each) => each.notes).sort()).toEqual(ids);
      expect(pieces.flatMap((piece) => piece.ending).sort()).toEqual(
        highlights.flatMap(({ id, spans }) => spans.map(() => id)).sort(),
      );
    }),
  );
});

test('the number of a highlight stands where each of its spans ends', () => {
  fc.assert(
    fc.property(texts, ranges, (text, wanted) => {
      const { highlights, blocks } = annotated(text, wanted);
      const spans = highlights.flatMap(({ id, spans }) => spans.map(({ end }) => ({ id, end })));
      for (const { block, pieces } of blocks) {
        let end = block.start;
        for (const piece of pieces) {
          end += piece.text.length;
          const here = spans.filter((span) => span.end === end).map(({ id }) => id);
          expect(piece.ending.toSorted()).toEqual(here.toSorted());
        }
      }
    }),
  );
});

test('of two spans that touch each has its number', () => {
  const build = new CaseBuilder();
  const document = build.document('one two');
  const touching = [
    { start: 0, end: 5 },
    { start: 5, end: 7 },
  ];
  const spans = touching.flatMap((range) => makeSpan('one two', range) ?? []);
  build.highlight(document, 'one', { spans });
  const highlights = highlightsInOrder(build.view(), document);
  const [only] = annotateText(build.text(document), highlights);
  expect(only?.pieces.map(({ text, ending }) => [text, ending.length])).toEqual([
    ['one t', 1],
    ['wo', 1],
  ]);
});

test('highlights that overlap are drawn in different lanes', () => {
  fc.assert(
    fc.property(texts, ranges, (text, wanted) => {
      const { highlights, blocks } = annotated(text, wanted);
      const lanes = assignLanes(highlights);
      for (const { highlights: over } of blocks.flatMap((each) => each.pieces)) {
        expect(new Set(over.map((id) => lanes.get(id))).size).toBe(over.length);
      }
    }),
  );
});

test('a lane is used again where it is free', () => {
  const { highlights } = annotated('xaaa bbb', [[[0, 2]], [[5, 2]]]);
  expect([...assignLanes(highlights).values()]).toEqual([0, 0]);
});

test('a text without blocks is one paragraph', () => {
  const [only, ...more] = annotateText({ text: 'one\ntwo', blocks: [] }, []);
  expect(more).toEqual([]);
  expect(only?.pieces.map((piece) => piece.text)).toEqual(['one\ntwo']);
});
