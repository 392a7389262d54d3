import { expect, test } from 'vitest';
import { brief } from './brief.ts';

test('white space of any kind and length is one space, and none is at the ends', () => {
  expect(brief(' \n It  burnt\t\u00a0down. \n')).toBe('It burnt down.');
});

test.each([
  ['has the length that fits', 'x'.repeat(40), 'x'.repeat(40)],
  ['is longer by one', 'x'.repeat(41), `${'x'.repeat(39)}…`],
  ['has a space where it is cut', `${'x'.repeat(38)} and more`, `${'x'.repeat(38)}…`],
])('a text that %s fits in a menu', (_, text, expected) => {
  expect(brief(text)).toBe(expected);
});
