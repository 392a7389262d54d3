/** One entry of the application menu: an action of the window, a role of the runtime, or a line between groups. */
type Entry =
  | { label: string; action: string; shortcut?: string; enabled: boolean }
  | { role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen' }
  | 'separator';

/** What the menu depends on. */
export interface MenuState {
  readonly caseOpen: boolean;
  /** Whether the case may only be looked at, for good or until all of it is with the window. */
  readonly isReadOnly: boolean;
  /** What will be undone or redone, by name; null where there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** The application menu. Its actions are the ids of the window's actions, so that both do the same. */
export function menuSections(state: MenuState): { label: string; items: Entry[] }[] {
  const { caseOpen, isReadOnly, undo, redo } = state;
  const mayImport = caseOpen && !isReadOnly;
  return [
    {
      label: 'File',
      items: [
        { label: 'New case…', action: 'case/new', enabled: true },
        { label: 'Open case…', action: 'case/open', shortcut: 'CmdOrCtrl+O', enabled: true },
        'separator',
        {
          label: 'Import files…',
          action: 'import/files',
          shortcut: 'CmdOrCtrl+I',
          enabled: mayImport,
        },
        { label: 'Import a folder…', action: 'import/folder', enabled: mayImport },
        { label: 'Export the report…', action: 'screen/report', enabled: caseOpen },
        { label: 'Save a copy…', action: 'case/copy', enabled: caseOpen },
        'separator',
        { label: 'Close the case', action: 'case/close', enabled: caseOpen },
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      items: [
        {
          label: undo === null ? 'Undo' : `Undo: ${undo}`,
          action: 'edit/undo',
          shortcut: 'CmdOrCtrl+Z',
          enabled: undo !== null,
        },
        {
          label: redo === null ? 'Redo' : `Redo: ${redo}`,
          action: 'edit/redo',
          shortcut: 'CmdOrCtrl+Shift+Z',
          enabled: redo !== null,
        },
        'separator',
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      items: [
        { label: 'Command palette', action: 'app/palette', shortcut: 'CmdOrCtrl+K', enabled: true },
        { label: 'Keyboard map', action: 'app/keys', shortcut: '?', enabled: true },
        { role: 'togglefullscreen' },
      ],
    },
  ];
}
