import { readFile } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { app, protocol, type Session } from 'electron';

/** The origin of every page of the app; the renderer uses relative addresses only. */
export const appOrigin = 'app://assay';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

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

/** The file under `root` that a request path names, or null when the path would leave `root` or names no known type. */
export function locate(root: string, requestPath: string): string | null {
  const decoded = decode(requestPath);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = resolve(root, `.${decoded}`);
  const inside = relative(root, file);
  if (inside === '' || inside.startsWith('..') || resolve(root, inside) !== file) return null;
  return extname(file) in contentTypes ? file : null;
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
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

function refuse(status: number): Response {
  return new Response(null, {
    status,
    headers: { 'content-security-policy': contentSecurityPolicy },
  });
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
