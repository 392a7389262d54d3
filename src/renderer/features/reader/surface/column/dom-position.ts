/** A place in the page, as the DOM counts it. */
export interface DomPosition {
  readonly node: Node;
  readonly offset: number;
}

// As DOM's `Node.TEXT_NODE`.
const textNode = 3;

/**
 * The UTF-16 units of text in an element before a place in it. An element's text is exactly that of its block, so this
 * plus the block's start is an offset of the document.
 */
export function unitsBefore(element: Element, node: Node, offset: number): number {
  return count(element, node, offset).units;
}

/**
 * The place after a number of units of an element's text. Where two pieces of text meet, `side` says which of them the
 * place is in: the end of the one before, or the start of the one after.
 */
export function placeAfter(element: Element, units: number, side: 'before' | 'after'): DomPosition {
  let left = units;
  let last: DomPosition = { node: element, offset: 0 };
  for (const text of textsIn(element)) {
    // Units of UTF-16, as offsets are.
    const { length } = text.data;
    if (left < length || (left === length && side === 'before'))
      return { node: text, offset: left };
    left -= length;
    last = { node: text, offset: length };
  }
  return last;
}

interface Count {
  readonly units: number;
  /** Whether the place was reached, so that nothing after it counts. */
  readonly isDone: boolean;
}

function count(current: Node, node: Node, offset: number): Count {
  const isGoal = current === node;
  // A node of this type is a text.
  if (current.nodeType === textNode) {
    return { units: isGoal ? offset : (current as Text).data.length, isDone: isGoal };
  }
  let units = 0;
  let number = 0;
  for (let child = current.firstChild; child !== null; child = child.nextSibling) {
    // A place in an element is counted in children.
    if (isGoal && number === offset) break;
    const inside = count(child, node, offset);
    units += inside.units;
    if (inside.isDone) return { units, isDone: true };
    number += 1;
  }
  return { units, isDone: isGoal };
}

function* textsIn(node: Node): Generator<Text> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    // A node of this type is a text.
    if (child.nodeType === textNode) yield child as Text;
    else yield* textsIn(child);
  }
}
