import { app } from './app.ts';
import { HostBrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { protocol, session } from './session.ts';
import { shell } from './shell.ts';
import { strict } from './strict.ts';
import { webContents } from './web-contents.ts';

const BrowserWindow = strict('BrowserWindow', HostBrowserWindow);

/** Everything of Electron that the host models. */
export const electron = strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
  webContents,
});

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
  webContents,
};

// `require('electron')` gives the strict object, on which a module that is not modelled throws by name.
export { electron as 'module.exports' };
