import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, protocol, type Session } from 'electron';
import { builtPage, refusal } from '../pages/built-page.ts';
import { madePage } from '../pages/made-page.ts';

/** The origin of every page of the app; the renderer uses relative addresses only. */
export const appOrigin = 'app://assay';

// One page at a time, because the report's screen shows one. The empty path is none that a request can have.
let preview = { path: '', html: '' };

/** Declares the scheme of the app's pages; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // `standard` gives pages an origin and relative addresses; `secure` makes them a secure context, without which
    // Chromium offers no clipboard.
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/** Holds a page for the window to frame, instead of the last one; returns its address, relative to the window's page. */
export function holdPreview(html: string): string {
  // A new address each time, so that the frame loads what is new and nothing else can guess it.
  const address = `preview/${randomUUID()}`;
  preview = { path: `/${address}`, html };
  return address;
}

/** Serves the built renderer and the preview to the windows of `session`: GET only, and nothing else. */
export function serveWindows(session: Session): void {
  const root = join(app.getAppPath(), 'out/renderer');
  session.protocol.handle('app', (request) => {
    const { protocol: scheme, host, pathname } = new URL(request.url);
    if (request.method !== 'GET' || `${scheme}//${host}` !== appOrigin) return refusal(403);
    return pathname === preview.path ? madePage(preview.html) : builtPage(root, pathname);
  });
}
