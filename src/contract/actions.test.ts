import { expect, it } from 'vitest';
import { type ActionState, actionNow, appActionIds, appActions, usualKeys } from './actions.ts';

const closed: ActionState = { caseOpen: false, isReadOnly: false, undo: null, redo: null };
const open: ActionState = { ...closed, caseOpen: true };

function enabledIn(state: ActionState): string[] {
  return appActionIds.filter((id) => actionNow(id, state).enabled);
}

it('offers without a case only what needs none', () => {
  expect(enabledIn(closed)).toEqual(
    appActionIds.filter((id) => appActions[id].needs === 'nothing'),
  );
  expect(enabledIn(closed)).toContain('case/open');
  expect(enabledIn(closed)).not.toContain('case/close');
});

it('imports only into a case that takes changes', () => {
  expect(enabledIn(open)).toEqual(expect.arrayContaining(['import/files', 'import/folder']));
  const read = enabledIn({ ...open, isReadOnly: true });
  expect(read).toContain('case/copy');
  expect(read).not.toContain('import/files');
});

it('undoes and redoes by the name of the change, where there is one', () => {
  const state = { ...open, undo: 'Rate “Reuters” B' };
  expect(actionNow('edit/undo', state)).toEqual({ label: 'Undo: Rate “Reuters” B', enabled: true });
  expect(actionNow('edit/redo', state)).toEqual({ label: 'Redo', enabled: false });
});

it('does one thing by a key', () => {
  const keys = Object.values(appActions).flatMap((action) =>
    'keys' in action ? action.keys.split(' / ') : [],
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(usualKeys('Ctrl+Shift+Z / Ctrl+Y')).toBe('Ctrl+Shift+Z');
});
