import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { app, BrowserWindow, session } from 'electron';
import { isolateSession, leastPower } from './lockdown.ts';
import { appOrigin, serveWindows } from './protocol.ts';

/** The app's window, without any of the runtime's own types. */
export interface AppWindow {
  /** Sends an event to the page's subscribers; ignored once the window is gone. */
  send(event: string, payload: unknown): void;
  /** Called when the user or a quit asks to close; the window closes when `finish` has settled. */
  onCloseRequested(finish: () => Promise<void>): void;
  onClosed(callback: () => void): void;
  isDestroyed(): boolean;
  focus(): void;
}

/** Opens the main window and resolves when its page has loaded. */
export async function openWindow(): Promise<AppWindow> {
  prepareSession();
  const window = new BrowserWindow({
    // Sizes are of the page without the window's frame, in device-independent pixels.
    width: 1360,
    height: 860,
    minWidth: 880,
    minHeight: 560,
    useContentSize: true,
    title: 'Assay',
    webPreferences: {
      // A sandboxed window takes a preload script in CommonJS only, hence `.cjs`.
      preload: join(app.getAppPath(), 'out/preload/index.cjs'),
      ...leastPower,
    },
  });
  const loaded = window.loadURL(`${appOrigin}/index.html`);
  const closing: Closing = { loaded, finish: () => Promise.resolve() };
  // Before the page has loaded: whoever closes a window that is still loading must not end the app half-way through its
  // start.
  holdOpen(window, closing);
  await loaded;
  return wrap(window, closing);
}

let sessionIsReady = false;

// A protocol can be registered once per session, and every window shares the default one.
function prepareSession(): void {
  if (sessionIsReady) return;
  sessionIsReady = true;
  isolateSession(session.defaultSession, (url) => url.startsWith(`${appOrigin}/`));
  serveWindows(session.defaultSession);
}

function wrap(window: BrowserWindow, closing: Closing): AppWindow {
  return {
    send: (event, payload) => {
      if (!window.isDestroyed()) window.webContents.send('event', event, payload);
    },
    onCloseRequested: (finish) => {
      closing.finish = finish;
    },
    onClosed: (callback) => {
      window.on('closed', callback);
    },
    isDestroyed: () => window.isDestroyed(),
    focus: () => {
      if (!window.isDestroyed()) window.focus();
    },
  };
}

/** What a window that is asked to close waits for. */
interface Closing {
  loaded: Promise<void>;
  finish: () => Promise<void>;
}

function holdOpen(window: BrowserWindow, closing: Closing): void {
  let isClosing = false;
  window.on('close', (event) => {
    // Held open until everything is on disk. Closing twice changes nothing.
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void finishThen(closing, () => {
      // `close` would ask again, through the very event that this answers.
      window.destroy();
    });
  });
}

async function finishThen(closing: Closing, destroy: () => void): Promise<void> {
  try {
    // Whoever opens the window says what to finish once it has loaded, and gets the turn to say so.
    await closing.loaded;
    await setImmediate();
    await closing.finish();
  } finally {
    // A window that cannot be closed helps nobody; what went wrong is reported as any other bug.
    destroy();
  }
}
