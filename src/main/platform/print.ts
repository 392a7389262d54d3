import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import { madePage } from '../pages/made-page.ts';
import { refusal } from '../pages/built-page.ts';
import { isolateSession, leastPower } from './lockdown.ts';

const printOrigin = 'app://print';
// The pages that are being printed, by address. Several prints may be under way, and each address is used once.
const pages = new Map<string, string>();
let printSession: Session | null = null;

/**
 * Prints a self-contained HTML page to a tagged A4 PDF with an outline.
 * The page is laid out in a hidden window of its own session: no scripts, no network, no access to the app.
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const address = `${printOrigin}/${randomUUID()}`;
  const window = new BrowserWindow({
    show: false,
    // The page is made of imported words. It has no scripts; should one slip in, it does not run.
    webPreferences: { ...leastPower, session: preparedSession(), javascript: false },
  });
  pages.set(address, html);
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      // Margins, running heads and page numbers are the page's own, by its @page rules.
      preferCSSPageSize: true,
    });
  } finally {
    pages.delete(address);
    // A hidden window that stays would keep the app from quitting: it quits when no window is left.
    window.destroy();
  }
}

function preparedSession(): Session {
  if (printSession) return printSession;
  // A name without `persist:` is a session in memory. It is apart from the window's, so a page that is printed can
  // reach nothing that the window can.
  printSession = session.fromPartition('print');
  isolateSession(printSession, (url) => url.startsWith('data:') || pages.has(url));
  printSession.protocol.handle('app', ({ url }) => {
    const html = pages.get(url);
    return html === undefined ? refusal(404) : madePage(html);
  });
  return printSession;
}
