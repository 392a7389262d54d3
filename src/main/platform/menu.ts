import { Menu, type MenuItemConstructorOptions } from 'electron';

/** An entry of a menu: an action of the app, one of the runtime's own roles, or a line between groups. */
type MenuEntry =
  | { label: string; action: string; shortcut?: string; enabled: boolean }
  | { role: MenuRole }
  | 'separator';

/** The runtime's own entries that the app uses. */
type MenuRole =
  'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen' | 'toggleDevTools';

/** One menu of the menu bar. */
interface MenuSection {
  label: string;
  items: MenuEntry[];
}

/**
 * Shows `sections` as the menu bar; `onAction` gets the action of an entry that is chosen.
 * Shortcuts (such as `CmdOrCtrl+Z`) are shown only: the page handles the keys, so that it can leave them to text fields.
 */
export function setMenu(sections: MenuSection[], onAction: (action: string) => void): void {
  const template = sections.map(({ label, items }): MenuItemConstructorOptions => {
    return { label, submenu: items.map((item) => toTemplate(item, onAction)) };
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function toTemplate(
  entry: MenuEntry,
  onAction: (action: string) => void,
): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  // A role brings its own label, shortcut and behaviour, in the language and the manner of the system.
  if ('role' in entry) return { role: entry.role };
  return {
    id: entry.action,
    label: entry.label,
    enabled: entry.enabled,
    click: () => {
      onAction(entry.action);
    },
    ...(entry.shortcut === undefined
      ? {}
      : { accelerator: entry.shortcut, registerAccelerator: false }),
  };
}
