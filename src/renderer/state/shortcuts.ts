import { sequencesOf } from '../../contract/actions.ts';
import type { Action } from './actions.ts';

/** What a key event is called in an action's `keys`: "Ctrl+Shift+Z", "H", "?". Null for a modifier alone. */
export function nameOfKey(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly code: string;
}): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'].includes(event.key)) return null;
  // Cmd on a Mac is what Ctrl is elsewhere, and is written so.
  const control = event.ctrlKey || event.metaKey;
  const modifiers = [control ? 'Ctrl' : null, event.altKey ? 'Alt' : null];
  const letter = letterOf(event);
  // Shift is part of what a sign is, but not of what a letter or a named key is.
  if (event.shiftKey && (letter !== null ? control || event.altKey : event.key.length > 1)) {
    modifiers.push('Shift');
  }
  const name = letter ?? names[event.key] ?? event.key;
  return [...modifiers.filter((modifier) => modifier !== null), name].join('+');
}

const names: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

// On a keyboard of another script the key's place is what counts: the shortcut H is where H would be.
function letterOf(event: { key: string; code: string }): string | null {
  if (/^[a-z]$/iu.test(event.key)) return event.key.toUpperCase();
  const placed = /^Key([A-Z])$/u.exec(event.code)?.[1];
  return placed !== undefined && /^\p{L}$/u.test(event.key) ? placed : null;
}

/** The first action that can be done now and that a key, or two keys one after the other, stand for. */
export function actionOf(actions: Iterable<Action>, keys: readonly string[]): Action | undefined {
  const wanted = keys.join(' ');
  for (const action of actions) {
    if (action.enabled !== false && sequencesOf(action.keys).includes(wanted)) return action;
  }
  return undefined;
}
