import { appError } from '../../../../contract/errors.ts';
import type { AppError } from '../../../../contract/errors.ts';
import type { DocumentText } from '../../../../domain/core/text.ts';
import { err, ok } from '../../../../domain/core/result.ts';
import type { Result } from '../../../../domain/core/result.ts';
import { buildText } from '../block-builder.ts';
import type { Piece } from '../block-builder.ts';
import { readHtmlMetadata } from './html-metadata.ts';
import { measureHtml } from './html-limits.ts';
import { htmlPieces } from './html-pieces.ts';
import { findArticle, parsePage } from './html-tree.ts';
import type { HtmlElement, HtmlPage } from './html-tree.ts';
import { tidyMetadata } from '../metadata.ts';
import type { FoundMetadata } from '../metadata.ts';
import { guardParser } from '../parser-guard.ts';
import type { FileFacts, ReadContent } from '../read-document.ts';

/** What is never part of an article. */
const clutter =
  'script, style, noscript, template, nav, form, iframe, svg, dialog, [hidden], [aria-hidden="true"], [role="navigation"], [role="search"], [role="dialog"], .advert, .advertisement';

/** What is left out as well where Readability found no article and the whole page is read. */
const margins = 'footer, aside, [role="banner"], [role="contentinfo"], [role="complementary"]';

interface PageContent {
  readonly text: DocumentText;
  readonly found: FoundMetadata;
}

/** The pieces of a fragment of HTML, such as Markdown may contain; none if it is too deep to be walked. */
export function htmlFragmentPieces(html: string): Piece[] {
  if (measureHtml(html).brokenLimit !== null) {
    // The caller's guard reads a RangeError as too much nesting, whether it comes from here or from the stack.
    throw new RangeError('The fragment nests too deep');
  }
  const { root } = parsePage(html);
  removeAll(root, clutter);
  removeInvisible(root);
  return htmlPieces(root);
}

/** Reads a page; fails with `import/no-text`, `import/too-complex`, or `import/malformed`. */
export function readHtml(html: string, facts: FileFacts): Result<ReadContent, AppError> {
  const { brokenLimit, isShallow } = measureHtml(html);
  if (brokenLimit !== null) {
    return err(appError('import/too-complex', { name: facts.name, limit: brokenLimit }));
  }
  const read = guardParser(facts.name, () => readPage(html, isShallow));
  if (!read.ok) {
    return read;
  }
  if (read.value.text.blocks.length === 0) {
    return err(appError('import/no-text', { name: facts.name }));
  }
  return ok({ text: read.value.text, ...tidyMetadata(read.value.found, facts.name) });
}

function readPage(html: string, isShallow: boolean): PageContent {
  const page = parsePage(html);
  // Before anything is taken out: metadata stand in scripts, which are clutter.
  const found = readHtmlMetadata(page.root, html);
  // Before Readability, which would weigh what nobody sees as if it were text.
  prune(page.root);
  const headline = headlineOf(page.root, [...found.titles, ...found.fallbackTitles]);
  const article = isShallow ? findArticle(page) : null;
  const pieces = article === null ? [] : htmlPieces(article.content);
  const titles = [
    ...found.titles,
    headline,
    article?.title ?? null,
    ...found.fallbackTitles,
  ].filter((title) => title !== null);
  const text = pieces.some((piece) => piece.text.trim() !== '')
    ? buildText(withHeadline(pieces, headline))
    : readWholePage(html);
  return { text, found: { ...found, titles } };
}

/** Puts the headline back where Readability took it away: headlines make claims, and claims must be markable. */
function withHeadline(pieces: readonly Piece[], headline: string | null): Piece[] {
  if (headline === null) {
    return [...pieces];
  }
  const kept = pieces.findIndex(
    ({ kind, text }) => kind === 'heading' && folded(text) === folded(headline),
  );
  return [
    { kind: 'heading', level: 1, text: headline },
    ...pieces.filter((_, index) => index !== kept),
  ];
}

/** The page's own first-level heading that begins as the title does; the name of the site in such a heading does not. */
function headlineOf(root: HtmlElement, titles: readonly string[]): string | null {
  const headlines = [...root.querySelectorAll('h1')]
    .map((element) => element.textContent.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return (
    headlines.find((text) => titles.some((title) => folded(title).startsWith(folded(text)))) ?? null
  );
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Readability rearranges the tree it searches, so the whole page is read from a fresh one. */
function readWholePage(html: string): DocumentText {
  const page: HtmlPage = parsePage(html);
  prune(page.root);
  removeAll(page.root, margins);
  return buildText(htmlPieces(page.root));
}

function prune(root: HtmlElement): void {
  removeAll(root, clutter);
  removeInvisible(root);
}

function removeAll(root: HtmlElement, selector: string): void {
  // A copy of the list, because what is removed may hold further ones.
  for (const element of [...root.querySelectorAll(selector)]) {
    element.remove();
  }
}

function removeInvisible(root: HtmlElement): void {
  for (const element of [...root.querySelectorAll('[style]')]) {
    if (
      /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(
        String(element.getAttribute('style')),
      )
    ) {
      element.remove();
    }
  }
}
