import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, protocol, type Session } from 'electron';
import { contentTypeOf, locate } from './served-file.ts';

/** The origin of every page of the app; the renderer uses relative addresses only. */
export const appOrigin = 'app://assay';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is that of the one style element react-aria adds: how elements that can be pressed take to touch.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Declares the scheme of the app's pages; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built renderer to the windows of `session`: GET only, and nothing outside its folder. */
export function serveRenderer(session: Session): void {
  const root = join(app.getAppPath(), 'out/renderer');
  session.protocol.handle('app', (request) => respond(root, request));
}

async function respond(root: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== appOrigin) return refuse(403);
  const file = locate(root, url.pathname);
  if (file === null) return refuse(403);
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? refuse(404) : new Response(bytes, { headers: headersFor(file) });
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-type': contentTypeOf(file) ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

function refuse(status: number): Response {
  return new Response(`${status}`, {
    status,
    headers: { 'content-type': 'text/plain', 'content-security-policy': contentSecurityPolicy },
  });
}
