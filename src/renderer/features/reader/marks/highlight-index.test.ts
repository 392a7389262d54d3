import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { byPlace } from '../../../../domain/anchoring/place.ts';
import { HighlightIndex } from './highlight-index.ts';
import { blocksOf, highlight } from '../surface/test-text.ts';

const blocks = blocksOf([10, 1, 25, 40, 3, 12]);
const length = blocks.at(-1)?.end ?? 0;

const highlights = fc
  .uniqueArray(
    fc.record({
      number: fc.nat(500),
      start: fc.nat(length - 1),
      size: fc.integer({ min: 1, max: 60 }),
    }),
    { selector: ({ number }) => number, maxLength: 20 },
  )
  .map((all) =>
    all.map(({ number, start, size }) =>
      highlight(number, [start, Math.min(start + size, length)]),
    ),
  );

test('over each block lie exactly the highlights that touch it', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const index = new HighlightIndex(blocks, all);
      blocks.forEach((block, number) => {
        const touching = all.filter(({ spans }) =>
          spans.some(({ start, end }) => start < block.end && end > block.start),
        );
        const over = index.over(number).map(({ id }) => id);
        for (const { id } of touching) expect(over).toContain(id);
        expect(new Set(over).size).toBe(over.length);
      });
    }),
  );
});

test('adding and removing one by one gives the index that building it at once gives', () => {
  fc.assert(
    fc.property(highlights, highlights, (kept, gone) => {
      const removed = gone.filter(({ id }) => !kept.some((one) => one.id === id));
      const index = new HighlightIndex(blocks, removed);
      for (const one of kept) index.replace(null, one);
      for (const one of removed) index.replace(one, null);
      const fresh = new HighlightIndex(blocks, kept);
      blocks.forEach((_, number) => {
        expect([...index.over(number)].sort(byPlace)).toEqual(
          [...fresh.over(number)].sort(byPlace),
        );
      });
    }),
  );
});

test('a change tells the listeners of its blocks and no others', () => {
  const index = new HighlightIndex(blocks, [highlight(1, [0, 5])]);
  const listeners = blocks.map(() => vi.fn());
  blocks.forEach((_, number) => index.subscribe(number, listeners[number] ?? vi.fn()));
  index.replace(null, highlight(2, [15, 45]));
  expect(listeners.map((listener) => listener.mock.calls.length)).toEqual([0, 0, 1, 1, 0, 0]);
});

test('lists of untouched blocks stay the same', () => {
  const index = new HighlightIndex(blocks, [highlight(1, [0, 5]), highlight(2, [15, 20])]);
  const before = blocks.map((_, number) => index.over(number));
  index.replace(null, highlight(3, [15, 18]));
  const same = blocks.map((_, number) => index.over(number) === before[number]);
  expect(same).toEqual([true, true, false, true, true, true]);
});

test('stepping visits every highlight once, in the order of the text', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const index = new HighlightIndex(blocks, all);
      const visited = [];
      for (let at = index.next(0, 1); at !== null; at = index.next(at, 1)) visited.push(at.id);
      expect(visited).toEqual([...all].sort(byPlace).map(({ id }) => id));
      expect(index.inOrder().map(({ id }) => id)).toEqual(visited);
      const back = [];
      for (let at = index.next(length + 1, -1); at !== null; at = index.next(at, -1))
        back.push(at.id);
      expect(back.reverse()).toEqual(visited);
    }),
  );
});

test('a discontinuous highlight is found under each of its spans, and steps once', () => {
  const index = new HighlightIndex(blocks, [highlight(1, [0, 5], [50, 60])]);
  expect(index.at(2)).toHaveLength(1);
  expect(index.at(20)).toHaveLength(0);
  expect(index.at(55)).toHaveLength(1);
  expect(index.inOrder()).toHaveLength(1);
});

test('at one unit the outermost comes first', () => {
  const index = new HighlightIndex(blocks, [highlight(1, [14, 18]), highlight(2, [12, 30])]);
  expect(index.at(15).map(({ spans }) => spans[0]?.start)).toEqual([12, 14]);
});
