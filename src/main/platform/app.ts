import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow } from 'electron';
import { registerAppScheme } from './protocol.ts';
import { lockDown } from './lockdown.ts';

/**
 * Runs `start` once windows can be opened; quits when `start` has settled and no window is left. Called once, while the
 * main module loads. An error from `start` goes to stderr and ends the process with code 1. The environment variable
 * `ASSAY_USER_DATA` names another folder for the app's own data; the end-to-end tests use it to leave the user's alone.
 */
export function runApp(start: () => Promise<void>): void {
  const userData = process.env['ASSAY_USER_DATA'];
  if (userData !== undefined && userData !== '') {
    if (!isAbsolute(userData)) {
      fail(new Error('ASSAY_USER_DATA must be an absolute folder.'));
      return;
    }
    // Electron itself writes there from the moment it is ready, so the path has to be known before.
    app.setPath('userData', userData);
  }
  registerAppScheme();
  lockDown();
  let hasStarted = false;
  function quitWithoutWindows(): void {
    // While it starts, the app may print, in a window that is not its last one.
    if (hasStarted && BrowserWindow.getAllWindows().length === 0) app.quit();
  }
  app.on('window-all-closed', quitWithoutWindows);
  app
    .whenReady()
    .then(start)
    .then(() => {
      hasStarted = true;
      quitWithoutWindows();
    })
    .catch(fail);
}

/** Where the app keeps its own data, the user's documents, and the files shipped with the app. */
export function appPaths(): { userData: string; documents: string; resources: string } {
  return {
    userData: app.getPath('userData'),
    documents: app.getPath('documents'),
    // A packaged app has its resources beside the archive of its code, a checkout has them beside `package.json`.
    resources: join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources'),
  };
}

/** What draws the window, and its version, such as "Electron 45.4.1". */
export function runtimeName(): string {
  const versions: Readonly<Record<string, string | undefined>> = process.versions;
  // The Electron host runs in plain Node, which names no version of Electron (`docs/electron-host.md`).
  const electron = versions['electron'];
  if (electron !== undefined) return `Electron ${electron}`;
  return `Chromium ${versions['chrome'] ?? ''} through the Electron host`;
}

/** Ends the app as if its last window had been closed. */
export function quit(): void {
  app.quit();
}

function fail(error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Assay could not start. ${reason}\n`);
  // `quit` would ask the windows first, and they could keep an app alive that cannot work.
  app.exit(1);
}
