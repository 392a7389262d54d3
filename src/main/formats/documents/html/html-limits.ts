/**
 * What a page may have. The parser needs about 2 KB for an element and 1 KB for an attribute, so these keep it under
 * 150 MB; the longest honest pages (whole laws, live blogs of a year) have some 30,000 elements.
 */
const mostElements = 60_000;
const mostAttributes = 120_000;

/** Character references, each of which the parser treats as a piece of its own. */
const mostReferences = 500_000;

/** Attributes of one element; the parser looks through them one by one. */
const mostAttributesOfElement = 1_000;

/** Levels beyond which a page is refused. Browsers stop at 512, so no honest page shows anything deeper. */
const deepestNesting = 512;

/** Readability's time grows with the cube of the depth: 16 s at 1,000 levels. Honest pages have 20 to 40. */
const deepestForReadability = 64;

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that another of the same name ends, because their end tags may be left out. */
const selfClosing = new Set('p li dt dd tr td th thead tbody tfoot option optgroup'.split(' '));

/** What a page would cost to read. */
export interface HtmlCost {
  /** The limit that is broken, in words; null if the page can be read. */
  readonly brokenLimit: string | null;
  /** Whether Readability can be run on it in reasonable time. */
  readonly isShallow: boolean;
}

/** Measures a page's nesting, elements and attributes without building a tree, stopping at the first broken limit. */
export function measureHtml(html: string): HtmlCost {
  const open: string[] = [];
  const seen = { elements: 0, attributes: 0, depth: 0 };
  if (countUpTo(html, '&', mostReferences) === mostReferences) {
    return broken(`${readable(mostReferences)} character references`);
  }
  // An element has two such signs at most; comments and stray ones may be half as many again. They are counted in one
  // pass, before the pattern below looks at each.
  if (countUpTo(html, '<', mostElements * 3) === mostElements * 3) {
    return broken(`${readable(mostElements)} elements`);
  }
  // An estimate, not a parser: a sign within an attribute's value cuts a tag short, which counts too few attributes and
  // never too few elements.
  for (const [tag, slash, rawName] of html.matchAll(/<(\/?)([a-zA-Z][^\s/>]*)[^<>]*/g)) {
    const name = String(rawName).toLowerCase();
    if (slash === '/') {
      close(open, name);
      continue;
    }
    const attributes = attributesOf(tag);
    if (attributes > mostAttributesOfElement) {
      return broken(`${readable(mostAttributesOfElement)} attributes on an element`);
    }
    seen.elements += 1;
    seen.attributes += attributes;
    if (!voidElements.has(name) && !tag.endsWith('/')) {
      enter(open, name);
      seen.depth = Math.max(seen.depth, open.length);
    }
    const limit = brokenBy(seen);
    if (limit !== null) {
      return broken(limit);
    }
  }
  return { brokenLimit: null, isShallow: seen.depth <= deepestForReadability };
}

function brokenBy(seen: { elements: number; attributes: number; depth: number }): string | null {
  if (seen.elements > mostElements) {
    return `${readable(mostElements)} elements`;
  }
  if (seen.attributes > mostAttributes) {
    return `${readable(mostAttributes)} attributes`;
  }
  return seen.depth > deepestNesting ? `${deepestNesting} levels of nesting` : null;
}

function broken(brokenLimit: string): HtmlCost {
  return { brokenLimit, isShallow: false };
}

function readable(count: number): string {
  return count.toLocaleString('en-GB');
}

function countUpTo(text: string, character: string, most: number): number {
  let count = 0;
  for (
    let at = text.indexOf(character);
    at !== -1 && count < most;
    at = text.indexOf(character, at + 1)
  ) {
    count += 1;
  }
  return count;
}

function enter(open: string[], name: string): void {
  // Without this a long list whose items are not ended would count as one deep nest.
  if (selfClosing.has(name) && open.at(-1) === name) {
    open.pop();
  }
  open.push(name);
}

function close(open: string[], name: string): void {
  // An end tag ends whatever is still open inside it; one that ends nothing is passed over, as browsers do.
  const index = open.lastIndexOf(name);
  if (index !== -1) {
    open.length = index;
  }
}

function attributesOf(tag: string): number {
  // Values go first, for there may be spaces in them; what is left after a space begins an attribute.
  return tag.replace(/"[^"]*"|'[^']*'/g, '').match(/\s[^\s=]/g)?.length ?? 0;
}
