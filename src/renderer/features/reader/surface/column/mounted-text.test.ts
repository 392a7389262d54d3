import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, expect, test, vi } from 'vitest';
import type { SpannedHighlight } from '../../../../../domain/anchoring/split.ts';
import { snapToGraphemes } from '../../../../../domain/anchoring/graphemes.ts';
import type { Block, DocumentText } from '../../../../../domain/core/text.ts';
import { blockIndexAt } from '../blocks.ts';
import { highlight, textOf } from '../test-text.ts';
import { type LayeredPiece, layBlock } from './layers.ts';
import { MountedText } from './mounted-text.ts';

const { document, Element } = parseHTML('<html><body></body></html>');
vi.stubGlobal('Element', Element);
afterAll(() => {
  vi.unstubAllGlobals();
});

const latin = ['a', 'Q', ' ', '-', 'e\u0301', 'ö', 'ﬁ'];
const rightToLeft = ['ق', 'لا', 'نَّ', 'وأ', '\u200f', 'שָׁ', 'ם'];
const pictures = ['👨‍👩‍👧‍👦', '🇺🇦', '👍🏽', '𝒳', '北', 'が'];
const lines = fc.array(
  fc
    .array(fc.constantFrom(...latin, ...rightToLeft, ...pictures), { minLength: 1, maxLength: 12 })
    .map((all) => all.join('')),
  { minLength: 1, maxLength: 6 },
);

const reading = fc.record({
  content: lines.map((all) => textOf(all.join('\n'))),
  ranges: fc.array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 40 })), { maxLength: 8 }),
  mounted: fc.array(fc.nat(5), { maxLength: 6 }),
});

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

test('each grapheme boundary goes to its place in the page and back, on both sides of it', () => {
  fc.assert(
    fc.property(reading, ({ content, ranges, mounted }) => {
      const shown = draw(content, highlightsOn(content.text, ranges), mounted);
      for (const offset of boundariesOf(content.text)) {
        const isDrawn = mounted.includes(blockIndexAt(content.blocks, offset));
        for (const side of ['before', 'after'] as const) {
          const place = shown.placeOf(offset, side);
          expect(place === null ? null : shown.offsetOf(place.node, place.offset)).toBe(
            isDrawn ? offset : null,
          );
        }
      }
    }),
  );
});

test('the page has the words that lie between two places', () => {
  fc.assert(
    fc.property(reading, fc.nat(120), ({ content, ranges }, at) => {
      const { text, blocks } = content;
      const shown = draw(
        content,
        highlightsOn(text, ranges),
        blocks.map((_, index) => index),
      );
      const { start, end } = snapToGraphemes(text, unitAt(text, at));
      const place = shown.placeOf(start, 'after');
      const drawn = place?.node.textContent?.slice(place.offset, place.offset + (end - start));
      fc.pre(text.slice(start, end) !== '\n');
      expect(drawn).toBe(text.slice(start, end));
    }),
  );
});

function unitAt(text: string, at: number): { start: number; end: number } {
  const start = Math.min(at, text.length - 1);
  return { start, end: start + 1 };
}

function boundariesOf(text: string): number[] {
  return [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
}

function highlightsOn(text: string, ranges: readonly [number, number][]): SpannedHighlight[] {
  return ranges.map(([from, size], number) => {
    const start = Math.min(from, text.length - 1);
    const range = snapToGraphemes(text, { start, end: Math.min(start + size, text.length) });
    return highlight(number, [range.start, range.end]);
  });
}

/** Puts blocks into a page the way the column does: split where highlights begin and end. */
function draw(
  { text, blocks }: DocumentText,
  highlights: readonly SpannedHighlight[],
  mounted: readonly number[],
): MountedText {
  const column = document.createElement('div');
  document.body.replaceChildren(column);
  for (const index of new Set(mounted)) {
    const block = blocks[index];
    if (block !== undefined) column.append(elementOf(text, block, index, highlights));
  }
  return new MountedText(column, blocks);
}

function elementOf(
  text: string,
  block: Block,
  index: number,
  highlights: readonly SpannedHighlight[],
): HTMLElement {
  const element = document.createElement('p');
  element.setAttribute('data-index', String(index));
  for (const piece of layBlock(block, highlights)) element.append(pieceOf(text, piece));
  return element;
}

function pieceOf(text: string, { start, end, layers }: LayeredPiece): Node {
  const words: Node = document.createTextNode(text.slice(start, end));
  return layers.reduceRight((content, _, level) => {
    const layer = document.createElement(level === 0 ? 'mark' : 'span');
    layer.append(content);
    return layer;
  }, words);
}
