import { extname, relative, resolve, sep } from 'node:path';

// This is also the list of what may be served at all: a file with another extension is none of the renderer's.
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The type under which a built file is served; null for files that are none of the renderer's. */
export function contentTypeOf(file: string): string | null {
  return contentTypes[extname(file)] ?? null;
}

/** The file under `root` that a request path names, or null when it leads out of `root` or is no file of the renderer's. */
export function locate(root: string, requestPath: string): string | null {
  const path = decode(requestPath);
  // A NUL would end the path for the system, and a backslash is a separator on Windows only: neither is in a name of
  // ours.
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  // `resolve` takes out every `..`, so that what is compared is where the path really leads.
  const file = resolve(root, `.${path}`);
  const inside = relative(root, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
  return contentTypeOf(file) === null ? null : file;
}

function decode(path: string): string | null {
  // A `%` that begins no valid escape throws.
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
