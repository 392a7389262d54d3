import type Electron from 'electron';
import { expect, expectTypeOf, test } from 'vitest';
import type { HostApp } from './app.ts';
import type { HostBrowserWindow } from './browser-window.ts';
import type { dialog } from './dialog.ts';
import type { electron } from './electron.ts';
import type { ipcMain } from './ipc-main.ts';
import type { HostMenu, HostMenuItem, Menu } from './menu.ts';
import type { nativeTheme } from './native-theme.ts';
import type { HostProtocol, HostSession, HostWebRequest, ProtocolModule } from './session.ts';
import type { shell } from './shell.ts';
import type { HostWebContents, webContents } from './web-contents.ts';

/** Every modelled thing beside what electron.d.ts says it is. */
interface Models {
  app: [HostApp, Electron.App];
  BrowserWindow: [HostBrowserWindow, Electron.BrowserWindow];
  'BrowserWindow (static)': [typeof electron.BrowserWindow, typeof Electron.BrowserWindow];
  dialog: [typeof dialog, Electron.Dialog];
  ipcMain: [typeof ipcMain, Electron.IpcMain];
  Menu: [HostMenu, Electron.Menu];
  'Menu (static)': [typeof Menu, typeof Electron.Menu];
  MenuItem: [HostMenuItem, Electron.MenuItem];
  nativeTheme: [typeof nativeTheme, Electron.NativeTheme];
  protocol: [ProtocolModule, Electron.Protocol];
  session: [HostSession, Electron.Session];
  'session.protocol': [HostProtocol, Electron.Protocol];
  shell: [typeof shell, Electron.Shell];
  webRequest: [HostWebRequest, Electron.WebRequest];
  webContents: [HostWebContents, Electron.WebContents];
  'webContents (static)': [typeof webContents, typeof Electron.webContents];
}

/** One of Electron's own objects becomes the host's; anything else stays. */
type AsHost<Type> = Type extends Electron.BaseWindow
  ? HostBrowserWindow
  : Type extends Electron.WebContents
    ? HostWebContents
    : Type extends Electron.Session
      ? HostSession
      : Type extends Electron.Menu
        ? HostMenu
        : Type;
type AllAsHost<Types extends unknown[]> = { [Index in keyof Types]: AsHost<Types[Index]> };

type Names<Ours> = keyof Ours & string;
/** Names that Electron does not have. */
type Invented<Ours, Real> = Exclude<Names<Ours>, keyof Real>;
/** Functions that do not take what Electron's callers hand over. */
type Refusing<Ours, Real> = {
  [Name in Names<Ours> & keyof Real]: Ours[Name] extends (...values: infer Taken) => unknown
    ? Real[Name] extends (...values: infer Given) => unknown
      ? AllAsHost<Given> extends Taken
        ? never
        : Name
      : Name
    : never;
}[Names<Ours> & keyof Real];

type AllInvented = {
  [Name in keyof Models]: Invented<Models[Name][0], Models[Name][1]>;
}[keyof Models];
type AllRefusing = {
  [Name in keyof Models]: `${Name}.${Refusing<Models[Name][0], Models[Name][1]>}`;
}[keyof Models];

test('the host has no name that Electron does not have', () => {
  expectTypeOf<AllInvented>().toEqualTypeOf<never>();
  expectTypeOf<Exclude<keyof typeof electron, keyof typeof Electron>>().toEqualTypeOf<never>();
});

test("the host takes what Electron's callers hand over", () => {
  // The listeners among them are told less than Electron tells; what is missing throws when it is read.
  expectTypeOf<AllRefusing>().toEqualTypeOf<
    | 'ipcMain.handle'
    | 'session.setPermissionCheckHandler'
    | 'session.setPermissionRequestHandler'
    | 'webContents.setWindowOpenHandler'
    | 'webRequest.onBeforeRequest'
    // Electron's type says `Function`; and its templates may hold finished items, which throw here.
    | 'MenuItem.click'
    | 'Menu (static).buildFromTemplate'
  >();
});

test('the answers have the types that Electron gives', () => {
  expectTypeOf<typeof dialog.showOpenDialog>().returns.toEqualTypeOf<
    ReturnType<Electron.Dialog['showOpenDialog']>
  >();
  expectTypeOf<typeof dialog.showSaveDialog>().returns.toEqualTypeOf<
    ReturnType<Electron.Dialog['showSaveDialog']>
  >();
  expectTypeOf<typeof shell.showItemInFolder>().returns.toEqualTypeOf<
    ReturnType<Electron.Shell['showItemInFolder']>
  >();
  expectTypeOf<HostApp['whenReady']>().returns.toEqualTypeOf<Promise<void>>();
  expectTypeOf<HostApp['getPath']>().returns.toEqualTypeOf<string>();
  expectTypeOf<HostWebContents['printToPDF']>().returns.toExtend<Promise<Buffer>>();
  expectTypeOf<(typeof nativeTheme)['themeSource']>().toEqualTypeOf<
    Electron.NativeTheme['themeSource']
  >();
  expect.assertions(0);
});
