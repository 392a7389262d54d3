// A sandbox without exceptions: an origin of its own that is nobody else's, no scripts, no forms, no windows.
const policy = [
  "default-src 'none'",
  // The report has to stand alone as a file, so its style sheet is in the page.
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  // The report's screen frames the preview (`adr/0006`).
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** Answers with a self-contained page that was made of imported words: it is shown or printed, and can do nothing. */
export function madePage(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}
