import type { UndoState } from '../domain/core/change.ts';

/** What the window and its application menu depend on in what they offer. */
export interface ActionState extends UndoState {
  readonly caseOpen: boolean;
  /** Whether the case may only be looked at, for good or until all of it is with the window. */
  readonly isReadOnly: boolean;
}

/** What has to be there for an action: nothing, an open case, one that takes changes, or a change to undo or redo. */
type Need = 'nothing' | 'case' | 'changes' | 'undo' | 'redo';

/** What can be done on every screen. */
export interface AppAction {
  readonly label: string;
  /** Heading in the palette and the keyboard map. */
  readonly group: string;
  /** Keys as shown; several for the same action are separated by " / ", the usual ones first. */
  readonly keys?: string;
  readonly needs: Need;
}

/** All that can be done on every screen, as the palette, the keyboard map and the application menu show it. */
export const appActions = {
  'app/palette': { label: 'Command palette', group: 'Assay', keys: 'Ctrl+K', needs: 'nothing' },
  'app/keys': { label: 'Keyboard map', group: 'Assay', keys: '?', needs: 'nothing' },
  'app/settings': { label: 'Settings', group: 'Assay', keys: 'Ctrl+,', needs: 'nothing' },
  'case/new': { label: 'New case…', group: 'Case', needs: 'nothing' },
  'case/open': { label: 'Open a case…', group: 'Case', keys: 'Ctrl+O', needs: 'nothing' },
  'edit/undo': { label: 'Undo', group: 'Case', keys: 'Ctrl+Z', needs: 'undo' },
  'edit/redo': { label: 'Redo', group: 'Case', keys: 'Ctrl+Shift+Z / Ctrl+Y', needs: 'redo' },
  'import/files': { label: 'Import files…', group: 'Case', keys: 'Ctrl+I', needs: 'changes' },
  'import/folder': { label: 'Import a folder…', group: 'Case', needs: 'changes' },
  'case/details': { label: 'Case details…', group: 'Case', needs: 'case' },
  'case/copy': { label: 'Save a copy…', group: 'Case', needs: 'case' },
  'case/close': { label: 'Close the case', group: 'Case', needs: 'case' },
} as const satisfies Record<string, AppAction>;

/** The name of an action that every screen has. */
export type AppActionId = keyof typeof appActions;

// Object.keys widens the keys of a literal; they are its ids by construction.
/** The actions that every screen has, in the order of the palette. */
export const appActionIds = Object.keys(appActions) as readonly AppActionId[];

/** How an action stands now. */
export interface ActionNow {
  /** Names the change where it undoes or redoes one. */
  readonly label: string;
  readonly enabled: boolean;
}

/** How an action stands in the given state. */
export function actionNow(id: AppActionId, state: ActionState): ActionNow {
  const { label, needs } = appActions[id];
  switch (needs) {
    case 'nothing':
      return { label, enabled: true };
    case 'case':
      return { label, enabled: state.caseOpen };
    case 'changes':
      return { label, enabled: state.caseOpen && !state.isReadOnly };
    case 'undo':
    case 'redo': {
      const change = state[needs];
      return { label: change === null ? label : `${label}: ${change}`, enabled: change !== null };
    }
  }
}

/** The entry of the application menu that goes to the screen of the report. */
export const exportEntry = { action: 'screen/report', label: 'Export the report…' } as const;

/** The keys of an action, one entry for each way: of "Ctrl+Shift+Z / Ctrl+Y" both, of "G D" the one. */
export function sequencesOf(keys: string | undefined): readonly string[] {
  return keys === undefined ? [] : keys.split(' / ');
}

/** The usual ones of the keys of an action. */
export function usualKeys(keys: string): string {
  const [usual = keys] = sequencesOf(keys);
  return usual;
}
