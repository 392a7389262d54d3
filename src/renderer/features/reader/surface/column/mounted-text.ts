import type { Range as TextRange } from '../../../../../domain/anchoring/graphemes.ts';
import { blockIndexAt, clampTo } from '../blocks.ts';
import type { Box } from '../text-surface.ts';
import { type DomPosition, placeAfter, unitsBefore } from './dom-position.ts';

/** The attribute by which a block's element names its block. */
const blockAttribute = 'data-index';

/**
 * The part of a text that is in the page now, and the way between its UTF-16 offsets and the page. Offsets in blocks
 * that are not mounted have no place; some functions move them into the nearest block that has.
 */
export class MountedText {
  /** What the blocks' elements are in; boxes count from its corner. */
  readonly element: HTMLElement;
  readonly blocks: readonly TextRange[];

  constructor(element: HTMLElement, blocks: readonly TextRange[]) {
    this.element = element;
    this.blocks = blocks;
  }

  /** The offset of a place in the page; null if it is not in the text. */
  offsetOf(node: Node, offset: number): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const blockElement = element?.closest(`[${blockAttribute}]`);
    const block = blockElement && this.blocks[indexOf(blockElement)];
    if (!block || !this.element.contains(blockElement)) return null;
    return clampTo(block, block.start + unitsBefore(blockElement, node, offset));
  }

  /** The place of an offset; null if its block is not mounted. */
  placeOf(offset: number, side: 'before' | 'after'): DomPosition | null {
    const index = blockIndexAt(this.blocks, offset);
    const element = this.#element(index);
    const block = this.blocks[index];
    if (element === null || block === undefined) return null;
    return placeAfter(element, clampTo(block, offset) - block.start, side);
  }

  /** What is mounted of a range, as the page's own range; null if nothing is. */
  rangeOf({ start, end }: TextRange): Range | null {
    const mounted = this.#indexes();
    // What is not in the page is left out: the range goes from the first mounted block that it touches to the last.
    const first = mounted.find((index) => (this.blocks[index]?.end ?? 0) >= start);
    const last = mounted.findLast((index) => (this.blocks[index]?.start ?? end) <= end);
    const firstBlock = first === undefined ? undefined : this.blocks[first];
    const lastBlock = last === undefined ? undefined : this.blocks[last];
    if (firstBlock === undefined || lastBlock === undefined) return null;
    const from = this.placeOf(clampTo(firstBlock, start), 'after');
    const to = this.placeOf(clampTo(lastBlock, end), 'before');
    if (from === null || to === null) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The box of the first line of a range, or of a caret where the range is empty; null if it is not mounted. */
  boxOf({ start, end }: TextRange): Box | null {
    const range = this.rangeOf({ start, end });
    if (range === null || this.placeOf(start, 'after') === null) return null;
    const rect = [...range.getClientRects()].find(({ height }) => height > 0);
    if (rect === undefined) return this.#boxBeside(start);
    return this.#within(rect);
  }

  /** The box of a caret, drawn where the next unit begins if a line ends at the offset; null if it is not mounted. */
  caretAt(offset: number): Box | null {
    const before = this.boxOf({ start: offset, end: offset });
    const block = this.blocks[blockIndexAt(this.blocks, offset)];
    if (before === null || block === undefined || offset >= block.end) return before;
    const next = this.boxOf({ start: offset, end: offset + 1 });
    // On the same line: the two places are one.
    if (next === null || next.top < before.bottom) return before;
    const element = this.#element(blockIndexAt(this.blocks, offset));
    const isRightToLeft = element !== null && getComputedStyle(element).direction === 'rtl';
    const edge = isRightToLeft ? next.right : next.left;
    return { ...next, left: edge, right: edge };
  }

  /** The offset nearest to a point of the window, which may lie beside the text; null if no text is mounted there. */
  offsetAtPoint(x: number, y: number): number | null {
    const { left, right } = this.element.getBoundingClientRect();
    // A pixel inside, for a point exactly on the edge belongs to what is beside the text.
    const inside = Math.min(Math.max(x, left + 1), right - 1);
    const place = document.caretPositionFromPoint(inside, y);
    return place === null ? null : this.offsetOf(place.offsetNode, place.offset);
  }

  /** The offset of the first unit of the piece of text that an element is; null if it is none. */
  startOfPiece(element: Element): number | null {
    return this.offsetOf(element, 0);
  }

  // A caret at the end of a line or in an empty block has no box of its own: that of the unit before stands in.
  #boxBeside(offset: number): Box | null {
    const index = blockIndexAt(this.blocks, offset);
    const block = this.blocks[index];
    if (block !== undefined && offset > block.start) {
      const rects = [...(this.rangeOf({ start: offset - 1, end: offset })?.getClientRects() ?? [])];
      const last = rects.findLast(({ height }) => height > 0);
      if (last !== undefined) return this.#within(last);
    }
    const element = this.#element(index);
    return element === null ? null : this.#within(element.getBoundingClientRect());
  }

  #within(rect: DOMRect): Box {
    const { left, top } = this.element.getBoundingClientRect();
    return {
      left: rect.left - left,
      top: rect.top - top,
      right: rect.right - left,
      bottom: rect.bottom - top,
    };
  }

  #indexes(): number[] {
    return [...this.element.querySelectorAll(`[${blockAttribute}]`)].map(indexOf);
  }

  #element(index: number): Element | null {
    return this.element.querySelector(`[${blockAttribute}="${index}"]`);
  }
}

function indexOf(element: Element): number {
  return Number(element.getAttribute(blockAttribute));
}
