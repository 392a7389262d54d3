import { expect, test } from 'vitest';
import { nameOfKey, sequencesOf } from './shortcuts.ts';

function pressed(key: string, code: string, modifiers: Partial<Record<string, boolean>> = {}) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return nameOfKey({ ...none, ...modifiers, key, code });
}

test('names keys as they are shown', () => {
  expect(pressed('h', 'KeyH')).toBe('H');
  expect(pressed('z', 'KeyZ', { ctrlKey: true })).toBe('Ctrl+Z');
  expect(pressed('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
  expect(pressed('k', 'KeyK', { metaKey: true })).toBe('Ctrl+K');
  expect(pressed('?', 'Slash', { shiftKey: true })).toBe('?');
  expect(pressed('ArrowRight', 'ArrowRight', { altKey: true, shiftKey: true })).toBe('Alt+Shift+→');
  expect(pressed('Escape', 'Escape')).toBe('Esc');
});

test('a modifier alone is no key', () => {
  expect(pressed('Shift', 'ShiftLeft', { shiftKey: true })).toBeNull();
});

test('on a keyboard of another script the place of the key counts', () => {
  expect(pressed('р', 'KeyH')).toBe('H');
  expect(pressed('ا', 'KeyH')).toBe('H');
});

test('alternatives and sequences are read apart', () => {
  expect(sequencesOf('Ctrl+Shift+Z / Ctrl+Y')).toEqual([['Ctrl+Shift+Z'], ['Ctrl+Y']]);
  expect(sequencesOf('G D')).toEqual([['G', 'D']]);
});
