import { join } from 'node:path';
import { app, protocol, type Session } from 'electron';
import { builtPage, refusal } from '../pages/built-page.ts';

/** The origin of every page of the app; the renderer uses relative addresses only. */
export const appOrigin = 'app://assay';

/** Declares the scheme of the app's pages; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built renderer to the windows of `session`: GET only, and nothing else. */
export function serveWindows(session: Session): void {
  const root = join(app.getAppPath(), 'out/renderer');
  session.protocol.handle('app', (request) => {
    const { protocol: scheme, host, pathname } = new URL(request.url);
    if (request.method !== 'GET' || `${scheme}//${host}` !== appOrigin) return refusal(403);
    return builtPage(root, pathname);
  });
}
