import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import { byPlace, startOf } from '../../../../domain/anchoring/place.ts';
import type { SpannedHighlight } from '../../../../domain/anchoring/split.ts';
import { blockIndexAt } from '../surface/blocks.ts';

const none: readonly SpannedHighlight[] = [];

// Enough blocks that sorting highlights into groups is quick, few enough that one group is sorted out in no time.
const groupSize = 64;

/**
 * A document's highlights by the blocks they lie over. Building it only sorts them into groups of blocks; a group is
 * sorted out when one of its blocks is asked for, so opening a long document costs little more than opening a short
 * one. Changing one highlight touches only its own blocks, whose listeners alone are told.
 */
export class HighlightIndex {
  readonly blocks: readonly Range[];
  /** Where each group begins; numbers in a row are searched three times as fast as blocks. */
  readonly #groupStarts: Int32Array;
  /** What lies over each group and is not sorted out yet; undefined once it is. */
  #waiting: (SpannedHighlight[] | undefined)[];
  #byBlock: (SpannedHighlight[] | undefined)[];
  readonly #listeners = new Map<number, Set<() => void>>();
  readonly #allListeners = new Set<() => void>();

  constructor(blocks: readonly Range[], highlights: Iterable<SpannedHighlight> = []) {
    this.blocks = blocks;
    this.#groupStarts = Int32Array.from(
      blocks.filter((_, block) => block % groupSize === 0),
      ({ start }) => start,
    );
    this.#byBlock = new Array<SpannedHighlight[] | undefined>(blocks.length);
    this.#waiting = Array.from(this.#groupStarts, () => []);
    this.#sortIntoGroups(highlights);
  }

  /** Forgets everything and starts anew. */
  restart(highlights: Iterable<SpannedHighlight>): void {
    this.#byBlock = new Array<SpannedHighlight[] | undefined>(this.blocks.length);
    this.#waiting = Array.from(this.#groupStarts, () => []);
    this.#sortIntoGroups(highlights);
    this.#tell(this.#listeners.keys());
  }

  /** The highlights over a block, in no particular order; the same list until one of them changes. */
  over(block: number): readonly SpannedHighlight[] {
    this.#sortOut(Math.floor(block / groupSize));
    return this.#byBlock[block] ?? none;
  }

  /** The highlights over one UTF-16 unit, outermost first: begun earlier, then longer. */
  at(offset: number): SpannedHighlight[] {
    return this.over(blockIndexAt(this.blocks, offset))
      .filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end))
      .sort(byPlace);
  }

  /** Puts a highlight in the place of what it was; null where it was not or is no more. */
  replace(before: SpannedHighlight | null, after: SpannedHighlight | null): void {
    const touched = new Set<number>();
    if (before !== null) this.#remove(before, touched);
    if (after !== null) this.#add(after, touched);
    this.#tell(touched);
  }

  /** Tells that highlights look different though they lie where they did. */
  touch(highlights: Iterable<SpannedHighlight>): void {
    const touched = new Set<number>();
    for (const highlight of highlights) {
      for (const block of this.#blocksOf(highlight)) {
        // A new list is what tells a listener that compares that something is new.
        this.#byBlock[block] = [...this.over(block)];
        touched.add(block);
      }
    }
    this.#tell(touched);
  }

  /**
   * The highlight that a reader meets next (1) or met last (-1), seen from an offset or from another highlight;
   * null at the ends.
   */
  next(from: number | SpannedHighlight, direction: 1 | -1): SpannedHighlight | null {
    const start = typeof from === 'number' ? from : startOf(from);
    const first = blockIndexAt(this.blocks, start);
    // Block by block, until one has a highlight that begins there: the next is rarely far.
    for (let block = first; block >= 0 && block < this.blocks.length; block += direction) {
      const starting = this.over(block)
        .filter((one) => blockIndexAt(this.blocks, startOf(one)) === block)
        .filter((one) => isBeyond(one, from, direction))
        .sort(byPlace);
      const found = direction === 1 ? starting[0] : starting.at(-1);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Every highlight in the order a reader meets them. */
  inOrder(): SpannedHighlight[] {
    return this.blocks.flatMap((_, block) =>
      this.over(block)
        .filter((one) => blockIndexAt(this.blocks, startOf(one)) === block)
        .sort(byPlace),
    );
  }

  /** Listens for changes to the highlights over one block. */
  subscribe(block: number, listener: () => void): () => void {
    const listeners = this.#listeners.get(block) ?? new Set();
    this.#listeners.set(block, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(block);
    };
  }

  /** Listens for changes anywhere. */
  subscribeAll(listener: () => void): () => void {
    this.#allListeners.add(listener);
    return () => this.#allListeners.delete(listener);
  }

  #sortIntoGroups(highlights: Iterable<SpannedHighlight>): void {
    for (const highlight of highlights) {
      // The first group that this highlight does not wait in yet: spans are in order, and may share a group.
      let next = 0;
      for (const { start, end } of highlight.spans) {
        let group = Math.max(lastBefore(this.#groupStarts, start), next);
        // A span lies in the group it begins in and in those that begin before its end.
        do {
          this.#waiting[group]?.push(highlight);
          group += 1;
        } while ((this.#groupStarts[group] ?? end) < end);
        next = group;
      }
    }
  }

  #sortOut(group: number): void {
    const waiting = this.#waiting[group];
    if (waiting === undefined) return;
    this.#waiting[group] = undefined;
    // A highlight may wait in several groups; each takes only its own blocks of it.
    for (const highlight of waiting) {
      for (const block of this.#blocksOf(highlight)) {
        if (Math.floor(block / groupSize) !== group) continue;
        const over = this.#byBlock[block];
        // Nobody has seen these lists yet, so they may still grow.
        if (over === undefined) this.#byBlock[block] = [highlight];
        else over.push(highlight);
      }
    }
  }

  #add(highlight: SpannedHighlight, touched: Set<number>): void {
    for (const block of this.#blocksOf(highlight)) {
      this.#byBlock[block] = [...this.over(block), highlight];
      touched.add(block);
    }
  }

  #remove(highlight: SpannedHighlight, touched: Set<number>): void {
    for (const block of this.#blocksOf(highlight)) {
      this.#byBlock[block] = this.over(block).filter(({ id }) => id !== highlight.id);
      touched.add(block);
    }
  }

  #blocksOf({ spans }: SpannedHighlight): readonly number[] {
    const touched: number[] = [];
    for (const { start, end } of spans) {
      const first = blockIndexAt(this.blocks, start);
      for (let block = first; block < this.blocks.length; block += 1) {
        if ((this.blocks[block]?.start ?? end) >= end) break;
        if (touched.at(-1) !== block) touched.push(block);
      }
    }
    return touched;
  }

  #tell(touched: Iterable<number>): void {
    for (const block of touched) {
      for (const listener of this.#listeners.get(block) ?? []) listener();
    }
    for (const listener of this.#allListeners) listener();
  }
}

// The index of the last of the ascending starts that is not beyond an offset; 0 before the first.
function lastBefore(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Whether one highlight comes after (1) or before (-1) an offset or another highlight.
function isBeyond(
  one: SpannedHighlight,
  from: number | SpannedHighlight,
  direction: 1 | -1,
): boolean {
  // A bare offset stands before the highlights that begin at it.
  if (typeof from === 'number') {
    return direction === 1 ? startOf(one) >= from : startOf(one) < from;
  }
  if (one.id === from.id) return false;
  return direction === 1 ? byPlace(one, from) > 0 : byPlace(one, from) < 0;
}
