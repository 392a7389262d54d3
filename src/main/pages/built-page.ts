import { readFile } from 'node:fs/promises';
import { contentTypeOf, locate } from './served-file.ts';

/** What every page and file of the window may do. */
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
  "frame-ancestors 'none'",
].join('; ');

/** Answers with a file of the built renderer in the folder `root`; refuses paths that lead out of it. */
export async function builtPage(root: string, path: string): Promise<Response> {
  const file = locate(root, path);
  if (file === null) return refusal(403);
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
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
