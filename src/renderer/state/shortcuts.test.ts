import { expect, test } from 'vitest';
import type { Action } from './actions.ts';
import { actionOf, nameOfKey } from './shortcuts.ts';

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
