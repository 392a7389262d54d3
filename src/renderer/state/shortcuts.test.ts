import { expect, test } from 'vitest';
import type { Action } from './actions.ts';
import { actionOf, nameOfKey } from './shortcuts.ts';

function pressed(key: string, code: string, modifiers: Partial<Record<string, boolean>> = {}) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return nameOfKey({ ...none, ...modifiers, key, code });
}

const ctrlKey = true;
const metaKey = true;
const altKey = true;
const shiftKey = true;

test.each<[string, string, Parameters<typeof pressed>[2], string]>([
  ['h', 'KeyH', {}, 'H'],
  ['z', 'KeyZ', { ctrlKey }, 'Ctrl+Z'],
  ['Z', 'KeyZ', { ctrlKey, shiftKey }, 'Ctrl+Shift+Z'],
  ['k', 'KeyK', { metaKey }, 'Ctrl+K'],
  ['H', 'KeyH', { shiftKey }, 'H'],
  ['H', 'KeyH', { altKey, shiftKey }, 'Alt+Shift+H'],
  ['?', 'Slash', { shiftKey }, '?'],
  ['?', 'Slash', { ctrlKey, shiftKey }, 'Ctrl+?'],
  ['F2', 'F2', {}, 'F2'],
  ['F2', 'F2', { shiftKey }, 'Shift+F2'],
  [' ', 'Space', {}, 'Space'],
  ['ArrowUp', 'ArrowUp', {}, '↑'],
  ['ArrowDown', 'ArrowDown', {}, '↓'],
  ['ArrowLeft', 'ArrowLeft', {}, '←'],
  ['ArrowRight', 'ArrowRight', { altKey, shiftKey }, 'Alt+Shift+→'],
  ['Escape', 'Escape', {}, 'Esc'],
])('the key %j in the place of %s with %j is called %s', (key, code, modifiers, name) => {
  expect(pressed(key, code, modifiers)).toBe(name);
});

test.each(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'])('%s alone is no key', (key) => {
  expect(pressed(key, `${key}Left`)).toBeNull();
});

test('a Latin letter counts wherever it is', () => {
  expect(pressed('a', 'KeyQ')).toBe('A');
  expect(pressed('q', '')).toBe('Q');
});

test('on a keyboard of another script the place of the key counts, for letters alone', () => {
  expect(pressed('р', 'KeyH')).toBe('H');
  expect(pressed('ا', 'KeyH')).toBe('H');
  expect(pressed('х', 'BracketLeft')).toBe('х');
  expect(pressed('7', 'KeyH')).toBe('7');
  // A key that writes two letters at once, as on Arabic keyboards, is no letter.
  expect(pressed('لا', 'KeyB')).toBe('لا');
});

function anAction(id: string, keys: string, enabled = true): Action {
  return { id, label: id, group: 'Case', keys, enabled, perform: () => undefined };
}

test('an action is found by each of its keys, one after another where there are two', () => {
  const actions = [
    anAction('redo', 'Ctrl+Shift+Z / Ctrl+Y'),
    anAction('documents', 'G D'),
    { id: 'merge', label: 'Merge', group: 'Case', perform: () => undefined },
  ];
  expect(actionOf(actions, ['Ctrl+Shift+Z'])?.id).toBe('redo');
  expect(actionOf(actions, ['Ctrl+Y'])?.id).toBe('redo');
  expect(actionOf(actions, ['G', 'D'])?.id).toBe('documents');
  expect(actionOf(actions, ['D'])).toBeUndefined();
});

test('of two actions with one key it stands for the first that can be done now', () => {
  const actions = [anAction('rename', 'F2', false), anAction('edit', 'F2'), anAction('x', 'F2')];
  expect(actionOf(actions, ['F2'])?.id).toBe('edit');
});
