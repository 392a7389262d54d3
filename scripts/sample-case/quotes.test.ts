import { expect, it } from 'vitest';
import { findWords } from './quotes.ts';

const text = 'Smoke rose. Then fire 🎆 rose.\nThen nothing.';

it('finds one run, several runs, and everything between two', () => {
  expect(findWords(text, 'fire 🎆')).toEqual([{ start: 17, end: 24 }]);
  expect(findWords(text, ['Smoke', 'nothing'])).toEqual([
    { start: 0, end: 5 },
    { start: 36, end: 43 },
  ]);
  expect(findWords(text, { from: 'Smoke', to: 'nothing.' })).toEqual([
    { start: 0, end: text.length },
  ]);
});

it('refuses words that are not there, there twice, or the wrong way round', () => {
  expect(() => findWords(text, 'flames')).toThrow('does not say');
  expect(() => findWords(text, ['Smoke', 'rose'])).toThrow('more than once');
  expect(() => findWords(text, { from: 'nothing', to: 'Smoke' })).toThrow('comes before');
});
