import { anything, assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, nodeBytes } from './wire.ts';

function travel(value: unknown): unknown {
  return decode(encode(value, nodeBytes), nodeBytes);
}

test('plain data arrives as it was sent', () => {
  assert(
    property(anything({ withDate: true, withNullPrototype: false }), (value) => {
      expect(travel(value)).toEqual(value);
    }),
  );
});

test('bytes arrive as bytes of their own', () => {
  assert(
    property(uint8Array({ maxLength: 5000 }), (bytes) => {
      const arrived = travel({ bytes });
      expect(arrived).toEqual({ bytes });
    }),
  );
  const arrived = travel(new Uint8Array([1, 2, 3]));
  expect(arrived).toBeInstanceOf(Uint8Array);
  expect(arrived).not.toBeInstanceOf(Buffer);
  expect(arrived instanceof Uint8Array && arrived.buffer.byteLength).toBe(3);
});

test.each([
  undefined,
  NaN,
  -0,
  Infinity,
  { $: 'bytes', text: 'mine' },
  [undefined, { a: undefined }],
  new Date(0),
  '\ud800',
])('keeps what JSON would lose: %o', (value) => {
  expect(travel(value)).toStrictEqual(value);
});

test.each([() => 1, new Map(), 1n, Symbol('x'), new URL('https://example.com')])(
  'refuses %o',
  (value) => {
    expect(() => encode({ value }, nodeBytes)).toThrow(/could not be cloned/);
  },
);
