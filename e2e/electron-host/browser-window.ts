import { readFile } from 'node:fs/promises';
import type Electron from 'electron';
import { theBrowser } from './browser.ts';
import type { PageOptions } from './page.ts';
import { contextOf, session as sessions, type HostSession } from './session.ts';
import { checkOptions, PreventableEvent, strict, StrictEmitter } from './strict.ts';
import { HostWebContents, markDestroyed, pageOf, register, unregister } from './web-contents.ts';

const shape = {
  width: 'any',
  height: 'any',
  minWidth: 'any',
  minHeight: 'any',
  title: 'any',
  useContentSize: [true],
  show: [true, false],
  webPreferences: {
    preload: 'any',
    session: 'any',
    javascript: [true, false],
    contextIsolation: [true],
    sandbox: [true],
    nodeIntegration: [false],
    webviewTag: [false],
    spellcheck: [false],
  },
} as const;

const windows = new Set<HostBrowserWindow>();
/** Who is told of new contents and of the last window's end. */
interface WindowObserver {
  onContentsCreated(contents: HostWebContents): void;
  onAllClosed(): void;
}

let observer: WindowObserver = {
  onContentsCreated: () => undefined,
  onAllClosed: () => undefined,
};

/** Electron's class `BrowserWindow`: one page of Chromium's in a window of its own. */
export class HostBrowserWindow extends StrictEmitter {
  readonly webContents: HostWebContents;
  private readonly visible: boolean;
  private readonly title: string;
  private destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', ['close', 'closed']);
    checkOptions('BrowserWindow', options, shape);
    this.visible = options.show !== false;
    this.title = options.title ?? '';
    const hostSession = sessionFor(options.webPreferences);
    const self = strict('BrowserWindow', this);
    const contents = new HostWebContents(
      hostSession,
      () => pageOptions(options, hostSession),
      () => {
        self.close();
      },
    );
    this.webContents = strict('webContents', contents);
    windows.add(self);
    register(this.webContents);
    observer.onContentsCreated(this.webContents);
    // The constructor answers with the strict view, so that nobody holds the bare window.
    return self;
  }

  static getAllWindows(): HostBrowserWindow[] {
    return [...windows];
  }

  static fromWebContents(contents: HostWebContents): HostBrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null;
  }

  loadURL(address: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(address, options);
  }

  /** Asks to close: a listener of `close` can prevent it. */
  close(): void {
    if (this.destroyed) return;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  /** Closes without asking. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.delete(this);
    unregister(this.webContents);
    this.webContents.close();
    this.webContents[markDestroyed]();
    this.emit('closed');
    if (windows.size === 0) observer.onAllClosed();
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isVisible(): boolean {
    return this.visible && !this.destroyed;
  }

  focus(): void {
    void this.webContents[pageOf].then(async (page) => (await theBrowser()).pages.activate(page));
  }

  getTitle(): string {
    return this.title;
  }
}

/** Sets the one observer of all windows. */
export function observeWindows(newObserver: WindowObserver): void {
  observer = newObserver;
}

function sessionFor(preferences: Electron.WebPreferences | undefined): HostSession {
  // Only the host makes sessions, whatever the caller's types call them.
  const given = preferences?.session as unknown as HostSession | undefined;
  return given ?? sessions.defaultSession;
}

async function pageOptions(
  {
    width = 800,
    height = 600,
    show = true,
    webPreferences,
  }: Electron.BrowserWindowConstructorOptions,
  hostSession: HostSession,
): Promise<PageOptions> {
  const { preload, javascript = true } = webPreferences ?? {};
  return {
    width,
    height,
    visible: show,
    javascript,
    preload: preload === undefined ? null : await readFile(preload, 'utf8'),
    browserContextId: await contextOf(hostSession),
  };
}
