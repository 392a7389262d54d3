import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameData } from './same-data.ts';

// Zeros of either sign are one number to JSON.
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

// The text of a value with the fields of every object in the order of their names.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`;
}

describe('two values of plain data say the same', () => {
  test('where one is a copy of the other, whatever they hold', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(sameData(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });

  test('in whatever order their fields stand', () => {
    const [one, other] = [
      { name: 'A', at: { start: 1, end: 2 } },
      { at: { end: 2, start: 1 }, name: 'A' },
    ];
    expect(sameData(one, other)).toBe(true);
  });
});

describe('two values of plain data differ', () => {
  test('where their texts do', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const isSame = canonical(a) === canonical(b);
        expect(sameData(a, b)).toBe(isSame);
        expect(sameData([a], [b])).toBe(isSame);
      }),
    );
  });

  test.each([
    ['in a value deep inside', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    ['in the order of a list', [1, 2], [2, 1]],
    ['in a field that one lacks', { a: 1 }, { a: 1, b: null }],
    ['in the name of a field', { a: undefined }, { b: undefined }],
    ['as a list and an object', [], {}],
    ['as an object and nothing', {}, null],
    ['as a number and its digits', 1, '1'],
  ])('%s', (_, a, b) => {
    expect([sameData(a, b), sameData(b, a)]).toEqual([false, false]);
  });
});
