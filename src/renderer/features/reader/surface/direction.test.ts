import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each([
  ['Sources said', null, 'ltr'],
  ['قالت مصادر', null, 'rtl'],
  ['قالت مصادر NATO', null, 'rtl'],
  ['Sources said «قالت»', null, 'ltr'],
  ['2026', null, 'ltr'],
  ['2026', 'ar', 'rtl'],
  ['NATO', 'fa-IR', 'rtl'],
  ['قالت', 'en', 'ltr'],
])('%j in %s reads %s', (text, language, direction) => {
  expect(directionOf(text, language)).toBe(direction);
});
