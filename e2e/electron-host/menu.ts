import type Electron from 'electron';
import { checkOptions, strict, UnmodelledError } from './strict.ts';

const roleLabels: Readonly<Record<string, string>> = {
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectall: 'Select All',
  quit: 'Quit',
  togglefullscreen: 'Toggle Full Screen',
  toggledevtools: 'Toggle Developer Tools',
};

/** An entry of a menu; kept and clickable, never drawn. */
export class HostMenuItem {
  readonly id: string;
  readonly label: string;
  readonly type: 'normal' | 'separator' | 'submenu';
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: HostMenu | undefined;
  enabled: boolean;
  private readonly onClick: Electron.MenuItemConstructorOptions['click'];

  constructor(options: Electron.MenuItemConstructorOptions) {
    checkOptions('MenuItem', options, {
      id: 'any',
      label: 'any',
      type: ['separator'],
      role: 'any',
      accelerator: 'any',
      registerAccelerator: [false],
      enabled: [true, false],
      submenu: 'any',
      click: 'any',
    });
    // Roles are kept in lower case, as Electron keeps them.
    this.role = options.role?.toLowerCase();
    if (this.role !== undefined && !(this.role in roleLabels)) {
      throw new UnmodelledError(`MenuItem role "${this.role}"`);
    }
    this.id = options.id ?? '';
    this.label = options.label ?? roleLabels[this.role ?? ''] ?? '';
    this.type = options.submenu ? 'submenu' : options.type === 'separator' ? 'separator' : 'normal';
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.submenu = Array.isArray(options.submenu) ? buildMenu(options.submenu) : undefined;
    this.onClick = options.click;
  }

  /** What choosing the entry does; nothing when it is disabled. */
  click(): void {
    if (!this.enabled) return;
    if (!this.onClick) throw new UnmodelledError(`choosing the menu entry "${this.label}"`);
    // Electron also hands over the window and the keys held; the app asks for neither.
    Reflect.apply(this.onClick, undefined, [this]);
  }
}

/** A menu: its entries in order. */
export class HostMenu {
  readonly items: HostMenuItem[] = [];

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

let applicationMenu: HostMenu | null = null;

/** Electron's module `Menu`. */
export const Menu = strict('Menu', {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]): HostMenu =>
    buildMenu(template),
  setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: (): HostMenu | null => applicationMenu,
});

function buildMenu(template: Electron.MenuItemConstructorOptions[]): HostMenu {
  const menu = new HostMenu();
  menu.items.push(...template.map((options) => strict('MenuItem', new HostMenuItem(options))));
  return strict('Menu', menu);
}
