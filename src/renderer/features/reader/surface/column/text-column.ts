import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Range } from '../../../../../domain/anchoring/graphemes.ts';
import type { DocumentText } from '../../../../../domain/core/text.ts';
import { beginningIn, stretchesOf } from '../stretches.ts';
import type { Box, Paint, Placement, Point, TextSurface } from '../text-surface.ts';
import { MountedText } from './mounted-text.ts';
import { paint } from './paint.ts';

/** What a column was asked to show; a new object each time it is asked. */
export interface RevealRequest {
  readonly offset: number;
  readonly placement: Placement;
}

interface ColumnState {
  readonly drawn: readonly Range[];
  readonly request: RevealRequest | null;
}

/**
 * A text in one column, as a surface. `ReadingColumn` puts it into the page and tells it what is there; from then on it
 * answers where words are. It keeps the elements while the screen is hidden, because they stay in the page then.
 */
export class TextColumn implements TextSurface {
  readonly content: DocumentText;
  readonly state: StoreApi<ColumnState>;
  readonly subscribe: TextSurface['subscribe'];
  #scroller: HTMLElement | null = null;
  #mounted: MountedText | null = null;
  readonly #painted = new Map<Paint, readonly Range[]>();

  constructor(content: DocumentText) {
    this.content = content;
    this.state = createStore<ColumnState>(() => ({ drawn: [], request: null }));
    this.subscribe = this.state.subscribe;
  }

  readonly drawn = (): readonly Range[] => this.state.getState().drawn;

  /** The element that scrolls. */
  get scroller(): HTMLElement | null {
    return this.#scroller;
  }

  /** What of the text is in the page. */
  get mounted(): MountedText | null {
    return this.#mounted;
  }

  /** Takes the element that scrolls; a ref. */
  readonly takeScroller = (element: HTMLElement | null): void => {
    // Null when the screen is hidden; the element stays in the page and keeps its place.
    if (element !== null) this.#scroller = element;
  };

  /** Takes the element that the blocks are in; a ref. */
  readonly takeColumn = (element: HTMLElement | null): void => {
    if (element !== null) this.#mounted = new MountedText(element, this.content.blocks);
  };

  /** Takes note of the blocks that are in the page, by ascending index, each time they changed or moved. */
  draw(blocks: readonly number[]): void {
    this.state.setState({ drawn: stretchesOf(this.content, blocks) });
    for (const name of this.#painted.keys()) this.#paintDrawn(name);
  }

  caretAt(offset: number): Box | null {
    return this.#mounted?.caretAt(offset) ?? null;
  }

  offsetAt({ x, y }: Point): number | null {
    if (this.#mounted === null) return null;
    const { left, top } = this.#mounted.element.getBoundingClientRect();
    return this.#mounted.offsetAtPoint(left + x, top + y);
  }

  view(): Box | null {
    if (this.#mounted === null || this.#scroller === null) return null;
    const { scrollTop: top, clientHeight } = this.#scroller;
    return { left: 0, top, right: this.#mounted.element.clientWidth, bottom: top + clientHeight };
  }

  reveal(offset: number, placement: Placement = 'centre'): void {
    // A request and not a scroll: the block may have to be put into the page first.
    this.state.setState({ request: { offset, placement } });
  }

  focus(): void {
    this.#mounted?.element.focus({ preventScroll: true });
  }

  paint(name: Paint, ranges: readonly Range[]): void {
    this.#painted.set(name, ranges);
    this.#paintDrawn(name);
    if (ranges.length === 0) this.#painted.delete(name);
  }

  // Making ranges of the page for all of thousands of matches would cost far more than for those in it.
  #paintDrawn(name: Paint): void {
    const ranges = beginningIn(this.drawn(), this.#painted.get(name) ?? []);
    paint(
      name,
      ranges.map((range) => this.#mounted?.rangeOf(range) ?? null),
    );
  }
}
