/** A place in the page, as the DOM counts it. */
export interface DomPosition {
  readonly node: Node;
  readonly offset: number;
}

const textNode = 3;

/**
 * The UTF-16 units of text in an element before a place in it. An element's text is exactly that of its block, so this
 * plus the block's start is an offset of the document.
 */
export function unitsBefore(element: Element, node: Node, offset: number): number {
  let units = 0;
  for (const text of textsIn(element)) {
    if (text === node) return units + offset;
    if (isBefore(text, node, offset)) units += text.data.length;
    else break;
  }
  return units;
}

/**
 * The place after a number of units of an element's text. Where two pieces of text meet, `side` says which of them the
 * place is in: the end of the one before, or the start of the one after.
 */
export function placeAfter(element: Element, units: number, side: 'before' | 'after'): DomPosition {
  let left = units;
  let last: DomPosition = { node: element, offset: 0 };
  for (const text of textsIn(element)) {
    const { length } = text.data;
    if (left < length || (left === length && side === 'before'))
      return { node: text, offset: left };
    left -= length;
    last = { node: text, offset: length };
  }
  return last;
}

function* textsIn(node: Node): Generator<Text> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    // A node of this type is a text.
    if (child.nodeType === textNode) yield child as Text;
    else yield* textsIn(child);
  }
}

// Whether a text lies wholly before the place (node, offset), where node is an element that may contain it.
function isBefore(text: Text, node: Node, offset: number): boolean {
  if (node.contains(text)) {
    const next = node.childNodes[offset];
    if (next === undefined) return true;
    return next !== text && !next.contains(text) && precedes(text, next);
  }
  return precedes(text, node);
}

function precedes(a: Node, b: Node): boolean {
  const following = 4;
  return (a.compareDocumentPosition(b) & following) !== 0;
}
