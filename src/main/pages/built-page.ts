import { readFile } from 'node:fs/promises';
import { contentTypeOf, locate } from './served-file.ts';

/**
 * What every page and file of the window may do. The window gets it as a header, so that no markup of a page can loosen
 * it.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is that of the one style element react-aria adds: how elements that can be pressed take to touch.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  // The preview of the report: it alone lets itself be framed.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // The window's own page is the top; nothing may put it into a frame.
  "frame-ancestors 'none'",
].join('; ');

/** Answers with a file of the built renderer in the folder `root`; refuses paths that lead out of it. */
export async function builtPage(root: string, path: string): Promise<Response> {
  const file = locate(root, path);
  if (file === null) return refusal(403);
  // A missing file and an unreadable one look the same from the page, and both are a broken build.
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? refusal(404) : new Response(bytes, { headers: headersFor(file) });
}

/** An answer that has nothing to show. */
export function refusal(status: number): Response {
  return new Response(`${status}`, {
    status,
    headers: { 'content-type': 'text/plain', 'content-security-policy': policy },
  });
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-type': contentTypeOf(file) ?? 'application/octet-stream',
    'content-security-policy': policy,
    // Without this Chromium could take a file for a script because of what is in it, whatever its type says.
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    // The files are on this disk, and after an update a cached one would be of another version than its page.
    'cache-control': 'no-store',
  };
}
