import { useEffect } from 'react';
import { appActions, sequencesOf } from '../../contract/actions.ts';
import { type Action, useActions } from '../state/actions.ts';
import { useNavigation } from '../state/navigation.ts';
import { actionOf, nameOfKey } from '../state/shortcuts.ts';
import { useOverlay } from './overlays.ts';

const undoKeys = new Set(
  (['edit/undo', 'edit/redo'] as const).flatMap((id) => sequencesOf(appActions[id].keys)),
);

// How long the second key of "G D" may take. Milliseconds.
const patience = 1_200;

/** Does the action that belongs to a key, or to two keys one after the other. */
export function useKeyboard(): void {
  useEffect(() => {
    let before: { key: string; at: number } | null = null;

    // The second of two keys is nobody else's: "G E" goes to the report even where E alone would rate.
    function finishSequence(event: KeyboardEvent): void {
      const key = keyFor(event);
      const first = before !== null && event.timeStamp - before.at < patience ? before.key : null;
      if (key === null || first === null) return;
      before = null;
      const action = find([first, key]);
      if (action === undefined) return;
      event.stopPropagation();
      event.preventDefault();
      action.perform();
    }

    function handle(event: KeyboardEvent): void {
      const key = keyFor(event);
      if (key === null || event.defaultPrevented) return;
      // Any key may be the first of two; whether there is such an action is asked when the second comes.
      before = { key, at: event.timeStamp };
      const action = find([key]);
      // Where there is nothing to undo, Chromium would take back what was last typed into a field, wherever that is.
      if (action !== undefined || undoKeys.has(key)) event.preventDefault();
      if (action === undefined) return;
      before = null;
      action.perform();
    }

    // The second key is caught on the way down, before what has the focus sees it; single keys on the way up, when it
    // has left them.
    window.addEventListener('keydown', finishSequence, { capture: true });
    window.addEventListener('keydown', handle);
    return () => {
      window.removeEventListener('keydown', finishSequence, { capture: true });
      window.removeEventListener('keydown', handle);
    };
  }, []);
}

// The name of the key, or null where it belongs to what has the focus.
function keyFor(event: KeyboardEvent): string | null {
  const key = nameOfKey(event);
  if (key === null || event.isComposing) return null;
  if (useOverlay.getState().shown !== null || isInDialog(event.target)) return null;
  return isLeftToField(event, key) ? null : key;
}

function find(keys: readonly string[]): Action | undefined {
  const { screen } = useNavigation.getState();
  const offered = [...useActions.getState().actions.values()];
  return actionOf(
    offered.filter((action) => action.screen === undefined || action.screen === screen),
    keys,
  );
}

// A dialog that is closing keeps the focus while it fades away; the keys are the window's again by then.
function isInDialog(target: EventTarget | null): boolean {
  const dialog =
    target instanceof Element ? target.closest('[role="dialog"], [role="alertdialog"]') : null;
  return dialog !== null && dialog.closest('[data-exiting]') === null;
}

// What is being typed keeps its letters and its own undo; a field that is only focused gives undo to the case.
function isLeftToField(event: KeyboardEvent, key: string): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  // Checkboxes and radio buttons take no letters.
  const isField = target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
  if (!isField && !target.isContentEditable) {
    // Menus and lists find their entries by letters that are typed.
    return target.closest('[role="menu"], [role="listbox"]') !== null && key.length === 1;
  }
  if (!event.ctrlKey && !event.metaKey && !event.altKey) return true;
  return undoKeys.has(key) && target.closest('[data-editing="false"]') === null;
}
