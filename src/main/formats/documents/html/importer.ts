import type { Recognition } from '../format.ts';
import { importerOfText } from '../importer-of-text.ts';
import { readHtml } from './html.ts';

/** HTML: the main article by Readability, else all of the page's text; the headline becomes the title. */
export const importer = importerOfText({ recognise, read: readHtml });

function recognise(text: string, isNamed: boolean): Recognition | null {
  // White space, comments and an XML declaration may stand before the first tag.
  const start = text.slice(0, 4096).replace(/^(?:\s+|<!--[^]*?-->|<\?xml[^>]*>)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start)) {
    return 'certain';
  }
  if (isNamed) {
    // Called a page, but without a single tag: it is some other text under a wrong name.
    return /<[a-z!/]/i.test(text) ? 'named' : null;
  }
  return isFragment(text, start) ? 'possible' : null;
}

/** A fragment saved under another name: it starts with a block element and closes several. */
function isFragment(text: string, start: string): boolean {
  const startsBlock =
    /^<(?:div|p|article|section|main|h[1-6]|table|ul|ol|title|meta|link|script|style)[\s>]/i;
  const endTags = /<\/(?:div|p|article|section|h[1-6]|td|li|title|script)>/gi;
  return startsBlock.test(start) && (text.slice(0, 65_536).match(endTags)?.length ?? 0) >= 3;
}
