import { expect, test } from 'vitest';
import { DocumentLayout, layoutFits } from './layout.ts';

const size = { width: 595, height: 842 };
const box = { start: 5, end: 9, x: 72, y: 90.5, width: 40, height: 12 };
const layout: DocumentLayout = {
  version: 1,
  pages: [
    { start: 0, end: 10, ...size, boxes: [box, { ...box, start: 0, end: 4 }] },
    // A picture has no text.
    { start: 10, end: 10, ...size, boxes: [] },
    { start: 12, end: 20, ...size, boxes: [] },
  ],
};

function pagesOf(...stretches: readonly (readonly [number, number])[]) {
  const pages = stretches.map(([start, end]) => ({ start, end, ...size, boxes: [] }));
  return { version: 1, pages };
}

test('pages follow the text, and their boxes are of what they show', () => {
  expect(DocumentLayout.parse(layout)).toEqual(layout);
});

test.each([
  ['a page that ends before it begins', pagesOf([4, 3])],
  ['pages that overlap', pagesOf([0, 5], [4, 9])],
  ['pages out of order', pagesOf([5, 9], [0, 5])],
  ['a page before the text', pagesOf([-1, 5])],
  ['half a unit', pagesOf([0, 1.5])],
  ['a page without size', { version: 1, pages: [{ ...layout.pages[0], width: 0 }] }],
  ['a box of the page before', { version: 1, pages: [{ ...layout.pages[0], start: 6 }] }],
  ['a box of another page', { version: 1, pages: [{ ...layout.pages[0], end: 8 }] }],
  [
    'a box that ends before it begins',
    { version: 1, pages: [{ ...layout.pages[0], boxes: [{ ...box, end: 4 }] }] },
  ],
  [
    'a place that is no number',
    { version: 1, pages: [{ ...layout.pages[0], boxes: [{ ...box, x: Infinity }] }] },
  ],
  ['another version', { ...layout, version: 2 }],
])('%s is none', (_, other) => {
  expect(DocumentLayout.safeParse(other).success).toBe(false);
});

test.each([
  ['the boxes of a page are of its own text', [{ ...layout.pages[0], end: 8 }]],
  ['the pages are in the order of the text', pagesOf([0, 5], [4, 9]).pages],
])('what is wrong is said in words: %s', (message, pages) => {
  expect(DocumentLayout.safeParse({ version: 1, pages }).error?.issues).toMatchObject([
    { message },
  ]);
});

test('a layout fits a text that has all it speaks of', () => {
  expect([19, 20, 21].map((length) => layoutFits(layout, length))).toEqual([false, true, true]);
});
