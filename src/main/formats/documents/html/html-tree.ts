import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** The part of a DOM node that the importer reads. */
export interface HtmlNode {
  readonly nodeType: number;
  /** Null in a DOM for documents and their types only, which are never asked. */
  readonly textContent: string;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}

/** The part of a DOM element that the importer reads and prunes. */
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  prepend(...nodes: HtmlNode[]): void;
  append(...nodes: HtmlNode[]): void;
  remove(): void;
}

/** A parsed page: always with a root, whose language and children can be read. */
export interface HtmlPage {
  readonly root: HtmlElement;
  readonly document: object;
}

interface ParsedDocument extends HtmlNode {
  readonly documentElement: HtmlElement | null;
  createElement(name: string): HtmlElement;
}

// What may stand in a head; anything else ends it.
const ofHead = new Set('base link meta noscript script style template title'.split(' '));

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
  const root = document.documentElement;
  if (root === null) return null;
  if (root.localName === 'html') completeBody(root, document);
  return { document, root };
}

/**
 * Puts all that is shown into the body, as a browser does. HTML may leave out the tags of head and body, and pages go on after their
 * end; the parser leaves all that where it is, and Readability looks for an article in the body only.
 */
function completeBody(root: HtmlElement, document: ParsedDocument): void {
  const outside = [...childrenOf(document)];
  const at = outside.indexOf(root);
  const parts = [...outside.slice(0, at), ...childrenOf(root), ...outside.slice(at + 1)];
  const head = parts.filter(isElement).find(({ localName }) => localName === 'head');
  const body = parts.filter(isElement).find(({ localName }) => localName === 'body');
  const isBeside = (part: HtmlNode) => part !== head && !isOfHead(part);
  const place = body === undefined ? parts.length : parts.indexOf(body);
  const before = parts.slice(0, place).filter(isBeside);
  const after = parts.slice(place + 1).filter(isBeside);
  const inHead = head === undefined ? [] : [...childrenOf(head)];
  const end = inHead.findIndex((part) => !isOfHead(part));
  const pastHead = end < 0 ? [] : inHead.slice(end);
  const whole = body ?? document.createElement('body');
  whole.prepend(...pastHead, ...before);
  whole.append(...after);
  if (body === undefined) root.append(whole);
}

// Comments and white space may stand in a head as well.
function isOfHead(node: HtmlNode): boolean {
  if (isElement(node)) return ofHead.has(node.localName);
  return !isText(node) || node.textContent.trim() === '';
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
