import { app, type Session, type WebContents } from 'electron';

// Copying a table needs the clipboard to be written; nothing else is ever needed.
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** What every window is opened with: its page gets nothing of the machine. */
export const leastPower: Electron.WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
};

/** Denies every page, present and future, to navigate, to open windows and to embed web views. */
export function lockDown(): void {
  // Emitted for every window's page as it is made, before it loads anything; the hidden windows that print are among
  // them.
  app.on('web-contents-created', (_event, contents) => {
    denyLeaving(contents);
  });
}

/** Cuts `session` off from the network, from permissions and from downloads; only addresses that `allows` accepts load. */
export function isolateSession(session: Session, allows: (url: string) => boolean): void {
  // No filter of addresses is given, so the listener is asked about every request of the session.
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !allows(details.url) });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(grantedPermissions.has(permission));
  });
  // Chromium asks either way: before it shows a question, and whenever it only wants to know.
  session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  // On some systems the spell checker would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
}

function denyLeaving(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
