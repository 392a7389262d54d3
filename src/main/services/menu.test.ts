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

it('has the actions of the window in their sections, and the roles of the runtime', () => {
  const sections = menuSections(state).map(({ label, items }) => [
    label,
    items.map((item) =>
      typeof item === 'string' ? item : 'action' in item ? item.action : item.role,
    ),
  ]);
  expect(sections).toEqual([
    [
      'File',
      [
        ...['case/new', 'case/open', 'separator', 'import/files', 'import/folder'],
        ...['screen/report', 'case/copy', 'separator', 'case/close', 'quit'],
      ],
    ],
    ['Edit', ['edit/undo', 'edit/redo', 'separator', 'cut', 'copy', 'paste', 'selectAll']],
    ['View', ['app/palette', 'app/keys', 'togglefullscreen']],
  ]);
});

it('leads to the report of an open case', () => {
  expect(entry('screen/report')).toMatchObject({ label: 'Export the report…', enabled: true });
  expect(entry('screen/report', { ...state, caseOpen: false })).toMatchObject({ enabled: false });
});
