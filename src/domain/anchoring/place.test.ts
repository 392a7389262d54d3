import { expect, test } from 'vitest';
import { byPlace, endOf, startOf } from './place.ts';

function thing(id: string, ...spans: readonly (readonly [number, number])[]) {
  return { id, spans: spans.map(([start, end]) => ({ start, end })) };
}

test('something begins with its first stretch and ends with its last', () => {
  expect(startOf(thing('a', [3, 5], [7, 9]))).toBe(3);
  expect(endOf(thing('a', [3, 5], [7, 9]))).toBe(9);
});

test('what has no stretch stands at the start of the text', () => {
  expect(startOf(thing('a'))).toBe(0);
  expect(endOf(thing('a'))).toBe(0);
});

test('a reader meets first what begins first, then what is longer, then what has the lower id', () => {
  const inOrder = [
    thing('d', [1, 3]),
    thing('c', [2, 4], [6, 9]),
    thing('a', [2, 5]),
    thing('b', [2, 5]),
    thing('a', [3, 4]),
  ];
  for (const [index, one] of inOrder.entries())
    for (const [place, other] of inOrder.entries())
      expect(Math.sign(byPlace(one, other))).toBe(Math.sign(index - place));
});
