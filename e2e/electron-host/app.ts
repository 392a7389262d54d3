import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { theBrowser } from './browser.ts';
import { HostBrowserWindow } from './browser-window.ts';
import { PreventableEvent, strict, StrictEmitter, UnmodelledError } from './strict.ts';

const events = ['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];

// Handed over once, by the host, before the app's main script runs.
const start = { appPath: '', name: 'electron', switchesAreTaken: false };
const switches = new Map<string, string>();

/** The host's own members, which the app cannot name. */
export const becomeReady = Symbol('become ready');
/** As `becomeReady`, when the last window has closed. */
export const allWindowsClosed = Symbol('all windows closed');

/** Electron's module `app`. */
export class HostApp extends StrictEmitter {
  readonly isPackaged = false;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch(name: string, value = ''): void {
      if (start.switchesAreTaken) throw new UnmodelledError('a switch that the main script adds');
      addSwitch(name, value);
    },
  });
  private readonly paths = new Map<string, string>();
  private ready = false;
  private quitting = false;
  private readonly becameReady: Promise<void>;
  private announceReady: () => void = () => undefined;

  constructor() {
    super('app', [...events, 'web-contents-created']);
    this.becameReady = new Promise((resolve) => {
      this.announceReady = resolve;
    });
  }

  whenReady(): Promise<void> {
    return this.becameReady;
  }

  isReady(): boolean {
    return this.ready;
  }

  getAppPath(): string {
    return start.appPath;
  }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? defaultPath(name);
    if (path === null) throw new UnmodelledError(`app.getPath('${name}')`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (name !== 'userData') throw new UnmodelledError(`app.setPath('${name}')`);
    this.paths.set(name, path);
  }

  /** Asks every window to close, and ends the process when they all have. */
  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    const event = new PreventableEvent();
    this.emit('before-quit', event);
    const windows = event.defaultPrevented ? [] : HostBrowserWindow.getAllWindows();
    for (const window of windows) window.close();
    if (event.defaultPrevented || HostBrowserWindow.getAllWindows().length > 0) {
      this.quitting = false;
      return;
    }
    this.emit('will-quit', new PreventableEvent());
    this.emit('quit', {}, 0);
    this.exit(0);
  }

  /** Ends the process without asking, browser and profile first. */
  exit(exitCode = 0): void {
    void theBrowser()
      .then(({ chromium }) => chromium.close())
      .catch(() => undefined)
      .finally(() => process.exit(exitCode));
  }

  /** Begins the app's life; for the host's own use. */
  [becomeReady](): void {
    this.ready = true;
    // The test runner puts a function of its own here, to hold the event back until it has attached.
    app.emit('ready', {}, {});
    this.announceReady();
  }

  /** The last window is gone; for the host's own use. */
  [allWindowsClosed](): void {
    if (!this.quitting) this.emit('window-all-closed');
  }
}

/** The one app. */
export const app = strict('app', new HostApp());

/** Tells the app where it lives: a folder with a package.json. */
export function placeApp(appPath: string): { mainScript: string } {
  const description: unknown = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  const { name, productName, main } = Object(description) as Record<string, string | undefined>;
  start.appPath = appPath;
  start.name = productName ?? name ?? 'electron';
  return { mainScript: join(appPath, main ?? 'index.js') };
}

/** The switches for Chromium so far; none can be added afterwards. */
export function takeSwitches(): ReadonlyMap<string, string> {
  start.switchesAreTaken = true;
  return switches;
}

/** Adds a switch for Chromium; lists of features grow, other values are replaced. */
export function addSwitch(name: string, value: string): void {
  const known = switches.get(name);
  const isList = name === 'disable-features' || name === 'enable-features';
  switches.set(name, isList && known ? `${known},${value}` : value);
}

function defaultPath(name: string): string | null {
  const home = homedir();
  if (name === 'home') return home;
  if (name === 'documents') return join(home, 'Documents');
  if (name !== 'userData') return null;
  const settings =
    process.platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : (process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  return join(settings, start.name);
}
