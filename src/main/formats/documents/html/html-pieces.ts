import type { Piece } from '../block-builder.ts';
import { childrenOf, isElement, isText } from './html-tree.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

/**
 * Elements without text of the article in them. The reading aids of ruby (`rt`, `rp`) would stand in the middle of the
 * words they belong to.
 */
const ignored = new Set(
  'script style noscript template head title meta link iframe object embed svg canvas audio video img picture map area input select button textarea datalist progress meter dialog rp rt'.split(
    ' ',
  ),
);

/**
 * Elements that do not end a line. Whatever is in neither list begins a block, as an unknown element is better broken
 * off than run together.
 */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr q ruby rb s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * What the text at a place becomes when its block ends. `depth` counts the lists around it; `level` is for headings
 * only.
 */
interface Surroundings {
  readonly kind: 'paragraph' | 'quote' | 'heading';
  readonly level: number;
  readonly depth: number;
  /** The item of a list that the place is in, with the number of pieces before it. */
  readonly item: { readonly marker: string; readonly before: number } | null;
}

/** Collects pieces in document order; text waits in `pending` until a block ends. */
class PieceCollector {
  readonly pieces: Piece[] = [];
  private pending = '';

  add(text: string): void {
    this.pending += text;
  }

  /** Ends a block. Only the first block of an item is the item; what follows in it is ordinary text. */
  flush({ kind, level, depth, item }: Surroundings): void {
    const text = tidyInline(this.pending);
    this.pending = '';
    if (text === '') {
      return;
    }
    if (item?.before === this.pieces.length) {
      this.pieces.push({ kind: 'list-item', depth, marker: item.marker, text });
    } else if (kind === 'heading') {
      this.pieces.push({ kind, level, text });
    } else {
      this.pieces.push({ kind, text });
    }
  }
}

/**
 * Turns an element's content into pieces: white space collapsed as a browser shows it, `<br>` as a newline, table rows
 * as paragraphs with tabs between cells, `<pre>` verbatim. The tree must not be deeper than the stack allows.
 */
export function htmlPieces(root: HtmlElement): Piece[] {
  const collector = new PieceCollector();
  const outside: Surroundings = { kind: 'paragraph', level: 1, depth: 0, item: null };
  walkChildren(root, outside, collector);
  collector.flush(outside);
  return collector.pieces;
}

function walkChildren(parent: HtmlElement, around: Surroundings, collector: PieceCollector): void {
  for (const node of childrenOf(parent)) {
    walk(node, around, collector);
  }
}

function walk(node: HtmlNode, around: Surroundings, collector: PieceCollector): void {
  if (isText(node)) {
    // The white space of HTML, which is not that of Unicode: a non-breaking space stays.
    collector.add(node.textContent.replace(/[\t\n\f\r]/g, ' '));
    return;
  }
  if (!isElement(node)) {
    return;
  }
  const name = node.localName.toLowerCase();
  if (ignored.has(name)) {
    return;
  }
  if (name === 'br') {
    collector.add('\n');
  } else if (name === 'q') {
    // A browser draws quotation marks here that are not in the source.
    collector.add('“');
    walkChildren(node, around, collector);
    collector.add('”');
  } else if (inline.has(name)) {
    walkChildren(node, around, collector);
  } else {
    // What stood before a block belongs to the block around it.
    collector.flush(around);
    walkBlock(node, name, around, collector);
  }
}

function walkBlock(
  element: HtmlElement,
  name: string,
  around: Surroundings,
  collector: PieceCollector,
): void {
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (name === 'pre' && around.kind !== 'heading') {
    collector.pieces.push({ kind: 'code', text: preformatted(element) });
  } else if (name === 'ul' || name === 'ol' || name === 'menu') {
    walkList(element, name === 'ol', around, collector);
  } else if (name === 'tr') {
    collector.add(rowText(element));
    collector.flush(around);
  } else {
    const inside = surroundingsIn(name, heading, around);
    walkChildren(element, inside, collector);
    collector.flush(inside);
  }
}

function surroundingsIn(
  name: string,
  heading: string | undefined,
  around: Surroundings,
): Surroundings {
  if (name === 'blockquote') {
    return { ...around, kind: 'quote', item: null };
  }
  return heading !== undefined && around.kind !== 'quote'
    ? { ...around, kind: 'heading', level: Number(heading), item: null }
    : around;
}

function walkList(
  list: HtmlElement,
  isOrdered: boolean,
  around: Surroundings,
  collector: PieceCollector,
): void {
  const start = Number.parseInt(String(list.getAttribute('start')), 10);
  let number = Number.isSafeInteger(start) ? start : 1;
  for (const child of childrenOf(list)) {
    if (isElement(child) && child.localName.toLowerCase() === 'li') {
      walkItem(child, isOrdered ? `${number}.` : '•', around, collector);
      number += 1;
    } else {
      // A list directly in a list is no valid HTML, but common; so is stray text.
      walk(child, { ...around, depth: around.depth + 1 }, collector);
      collector.flush(around);
    }
  }
}

function walkItem(
  item: HtmlElement,
  marker: string,
  { kind, level, depth }: Surroundings,
  collector: PieceCollector,
): void {
  const inside: Surroundings = {
    kind: kind === 'quote' ? 'quote' : 'paragraph',
    level,
    depth: depth + 1,
    item: { marker, before: collector.pieces.length },
  };
  walkChildren(item, inside, collector);
  collector.flush(inside);
}

function rowText(row: HtmlElement): string {
  const cells: string[] = [];
  for (const cell of childrenOf(row)) {
    if (isElement(cell) && !ignored.has(cell.localName.toLowerCase())) {
      cells.push(
        // A cell may have blocks of its own; on one line, a row stays a row.
        htmlPieces(cell)
          .map((piece) => piece.text.replace(/\s/g, ' '))
          .join(' '),
      );
    }
  }
  return cells.join('\t');
}

function preformatted(element: HtmlElement): string {
  let text = '';
  for (const child of childrenOf(element)) {
    if (isText(child)) {
      text += child.textContent;
    } else if (isElement(child) && !ignored.has(child.localName.toLowerCase())) {
      text += child.localName.toLowerCase() === 'br' ? '\n' : preformatted(child);
    }
  }
  return text;
}

/** Collapses spaces over the edges of elements, and around the newlines of `<br>`; tabs separate cells. */
function tidyInline(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^ | $/g, ''))
    .join('\n')
    .trim();
}
