import { expect, it } from 'vitest';
import { menuSections } from './menu.ts';

const state = { caseOpen: true, isReadOnly: false, undo: 'Tag “left”', redo: null };

function entry(action: string, now = state) {
  return menuSections(now)
    .flatMap(({ items }) => items)
    .find((item) => typeof item === 'object' && 'action' in item && item.action === action);
}

it('shows an action as the window does, with its usual keys as those of the machine', () => {
  expect(entry('edit/undo')).toEqual({
    ...{ action: 'edit/undo', label: 'Undo: Tag “left”' },
    ...{ shortcut: 'CmdOrCtrl+Z', enabled: true },
  });
  expect(entry('edit/redo')).toMatchObject({ shortcut: 'CmdOrCtrl+Shift+Z', enabled: false });
  expect(entry('app/keys')).toMatchObject({ label: 'Keyboard map', shortcut: '?' });
  expect(entry('case/new')).not.toHaveProperty('shortcut');
});

it('leads to the report of an open case', () => {
  expect(entry('screen/report')).toMatchObject({ label: 'Export the report…', enabled: true });
  expect(entry('screen/report', { ...state, caseOpen: false })).toMatchObject({ enabled: false });
});
