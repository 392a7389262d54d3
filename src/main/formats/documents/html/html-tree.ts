import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** The part of a DOM node that the importer reads. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}

/** The part of a DOM element that the importer reads and prunes. */
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

/** A parsed page: always with a root, whose language and children can be read. */
export interface HtmlPage {
  readonly root: HtmlElement;
  readonly document: object;
}

interface ParsedDocument {
  readonly documentElement: HtmlElement | null;
}

/** Parses a page or a fragment into an inert tree: nothing runs, nothing is fetched. */
export function parsePage(html: string): HtmlPage {
  const page = parse(html);
  // A fragment, or a page with something before <html>, gets its missing root: the parser does not add one.
  return page?.root.localName === 'html' ? page : (parse(wrapped(html)) ?? emptyPage());
}

/** The page's main article and its title by Readability; changes the page. Null where there is none. */
export function findArticle(page: HtmlPage): { title: string | null; content: HtmlElement } | null {
  // The library's types name the browser's DOM, which this program has not; it needs what linkedom implements.
  const readability = new Readability<HtmlElement>(page.document as never, {
    // The article stays a tree; Readability would make a string of it, to be parsed once more.
    serializer: (node: unknown) => node as HtmlElement,
    // JSON-LD is read by our own `readJsonLd`, which limits what it takes.
    disableJSONLD: true,
  });
  const article = readability.parse();
  return article?.content === undefined || article.content === null
    ? null
    : { title: article.title ?? null, content: article.content };
}

/** The children of a node, in order. */
export function* childrenOf(node: HtmlNode): Generator<HtmlNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    yield child;
  }
}

/** Tells elements from text, comments and the rest. */
export function isElement(node: HtmlNode): node is HtmlElement {
  // As DOM's `Node.ELEMENT_NODE`, which no global of this program has.
  return node.nodeType === 1;
}

/** Tells text from elements, comments and the rest. */
export function isText(node: HtmlNode): boolean {
  return node.nodeType === 3;
}

function parse(html: string): HtmlPage | null {
  // linkedom's types name the browser's DOM too; this interface is what is used of it.
  const { document } = parseHTML(html) as unknown as { document: ParsedDocument };
  return document.documentElement === null ? null : { document, root: document.documentElement };
}

function wrapped(html: string): string {
  return `<!doctype html><html><head></head><body>${html}</body></html>`;
}

function emptyPage(): HtmlPage {
  const page = parse(wrapped(''));
  if (page === null) {
    throw new Error('The HTML parser made no tree of an empty page');
  }
  return page;
}
