import type { Range } from '../../../domain/anchoring/graphemes.ts';
import type { SpannedHighlight } from '../../../domain/anchoring/split.ts';
import { blockIndexAt } from './blocks.ts';

const none: readonly SpannedHighlight[] = [];

/**
 * A document's highlights by the blocks they lie over. Building it is linear; changing one highlight touches only its
 * own blocks, whose listeners alone are told.
 */
export class HighlightIndex {
  readonly blocks: readonly Range[];
  readonly #byBlock: (SpannedHighlight[] | undefined)[];
  readonly #listeners = new Map<number, Set<() => void>>();
  readonly #allListeners = new Set<() => void>();
  #version = 0;
  #isBuilt = false;

  constructor(blocks: readonly Range[], highlights: Iterable<SpannedHighlight> = []) {
    this.blocks = blocks;
    this.#byBlock = new Array<SpannedHighlight[] | undefined>(blocks.length);
    for (const highlight of highlights) this.#add(highlight);
    this.#isBuilt = true;
  }

  /** Forgets everything and starts anew. */
  restart(highlights: Iterable<SpannedHighlight>): void {
    this.#isBuilt = false;
    this.#byBlock.fill(undefined);
    for (const highlight of highlights) this.#add(highlight);
    this.#isBuilt = true;
    this.#tell(this.#listeners.keys());
  }

  /** Grows with every change, so that what was derived from the whole index can be told to be old. */
  get version(): number {
    return this.#version;
  }

  /** The highlights over a block, in no particular order; the same list until one of them changes. */
  over(block: number): readonly SpannedHighlight[] {
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
    if (after !== null) for (const block of this.#add(after)) touched.add(block);
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
    const place =
      typeof from === 'number' ? { id: null, spans: [{ start: from, end: from }] } : from;
    const first = blockIndexAt(this.blocks, startOf(place));
    for (let block = first; block >= 0 && block < this.blocks.length; block += direction) {
      const starting = this.over(block)
        .filter((one) => blockIndexAt(this.blocks, startOf(one)) === block)
        .filter((one) => isBeyond(one, place, direction))
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

  #add(highlight: SpannedHighlight): Iterable<number> {
    const touched = this.#blocksOf(highlight);
    for (const block of touched) {
      const over = this.#byBlock[block];
      // Lists that somebody may have seen are replaced; while building nobody has.
      if (over === undefined) this.#byBlock[block] = [highlight];
      else if (!this.#isBuilt) over.push(highlight);
      else this.#byBlock[block] = [...over, highlight];
    }
    return touched;
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
    this.#version += 1;
    for (const block of touched) {
      for (const listener of this.#listeners.get(block) ?? []) listener();
    }
    for (const listener of this.#allListeners) listener();
  }
}

interface Place {
  readonly id: string | null;
  readonly spans: readonly Range[];
}

/** Orders highlights as a reader meets them: by first word; of two that begin together, the longer first. */
export function byPlace(a: Place, b: Place): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1);
}

/** Where a highlight begins. */
export function startOf({ spans }: Pick<Place, 'spans'>): number {
  return spans[0]?.start ?? 0;
}

/** Where a highlight ends. */
export function endOf({ spans }: Pick<Place, 'spans'>): number {
  return spans.at(-1)?.end ?? 0;
}

function isBeyond(one: Place, place: Place, direction: 1 | -1): boolean {
  if (one.id === place.id) return false;
  // A bare offset stands before the highlights that begin at it.
  if (place.id === null) {
    return direction === 1 ? startOf(one) >= startOf(place) : startOf(one) < startOf(place);
  }
  return direction === 1 ? byPlace(one, place) > 0 : byPlace(one, place) < 0;
}
