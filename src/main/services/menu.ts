import {
  type ActionState,
  type AppAction,
  type AppActionId,
  actionNow,
  appActions,
  exportEntry,
  usualKeys,
} from '../../contract/actions.ts';

/** An entry that does what an action of the window does. */
interface ActionEntry {
  label: string;
  action: string;
  shortcut?: string;
  enabled: boolean;
}

/** One entry of the application menu: an action of the window, a role of the runtime, or a line between groups. */
type Entry =
  | ActionEntry
  | { role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen' }
  | 'separator';

/** The application menu. Its actions are the ids of the window's actions, so that both do the same. */
export function menuSections(state: ActionState): { label: string; items: Entry[] }[] {
  function entry(id: AppActionId): ActionEntry {
    const { keys }: AppAction = appActions[id];
    return {
      action: id,
      // The label may say what would be undone, and the entry is off where the action is none now.
      ...actionNow(id, state),
      ...(keys === undefined ? {} : { shortcut: acceleratorOf(keys) }),
    };
  }
  return [
    {
      label: 'File',
      items: [
        entry('case/new'),
        entry('case/open'),
        'separator',
        entry('import/files'),
        entry('import/folder'),
        { ...exportEntry, enabled: state.caseOpen },
        entry('case/copy'),
        'separator',
        entry('case/close'),
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      items: [
        entry('edit/undo'),
        entry('edit/redo'),
        'separator',
        // The runtime's own roles work in whatever text field has the focus.
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      items: [entry('app/palette'), entry('app/keys'), { role: 'togglefullscreen' }],
    },
  ];
}

// On a Mac, Ctrl is Cmd.
function acceleratorOf(keys: string): string {
  return usualKeys(keys).replace('Ctrl', 'CmdOrCtrl');
}
