import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { placeAfter, unitsBefore } from './dom-position.ts';

const pieces = fc.array(
  fc.record({ text: fc.string({ minLength: 1, maxLength: 8 }), depth: fc.nat(3) }),
  { minLength: 1, maxLength: 8 },
);

function elementOf(all: readonly { text: string; depth: number }[]): Element {
  const { document } = parseHTML('<html><body><p></p></body></html>');
  const block = document.body.children[0];
  if (block === undefined) throw new Error('no block');
  for (const { text, depth } of all) {
    let parent = block;
    for (let level = 0; level < depth; level += 1) {
      parent = parent.appendChild(document.createElement(level === 0 ? 'mark' : 'span'));
    }
    parent.appendChild(document.createTextNode(text));
  }
  return block;
}

test('from an offset to the page and back is the same offset, whichever side it keeps to', () => {
  fc.assert(
    fc.property(pieces, fc.nat(64), fc.constantFrom('before', 'after'), (all, at, side) => {
      const element = elementOf(all);
      const length = all.map(({ text }) => text).join('').length;
      const units = Math.min(at, length);
      const { node, offset } = placeAfter(element, units, side);
      expect(unitsBefore(element, node, offset)).toBe(units);
    }),
  );
});

test('a place that is an element counts the text before it', () => {
  const element = elementOf([
    { text: 'one', depth: 0 },
    { text: 'two', depth: 2 },
    { text: 'three', depth: 1 },
  ]);
  const [first, second] = element.children;
  expect(unitsBefore(element, element, 0)).toBe(0);
  expect(unitsBefore(element, element, 1)).toBe(3);
  expect(unitsBefore(element, element, 3)).toBe(11);
  expect(first && unitsBefore(element, first, 0)).toBe(3);
  expect(first && unitsBefore(element, first, 1)).toBe(6);
  expect(second && unitsBefore(element, second, 0)).toBe(6);
});
