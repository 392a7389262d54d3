import { type ReactNode, useSyncExternalStore } from 'react';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { SpannedHighlight } from '../../../../domain/anchoring/split.ts';
import type { Verdict } from '../../../../domain/scales/verdict.ts';
import type { SelectionStore } from './selection.ts';
import type { HighlightId } from '../../../../domain/records/highlight/record.ts';

/** A point in CSS pixels; each use says from where they count. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on what a surface draws, in CSS pixels from the top left corner of the text; it scrolls with the text. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where in the window something is to be shown: in its upper third, or just in view; or so many pixels of its line
 * above the window.
 */
export type Placement = 'centre' | 'nearest' | { readonly above: number };

/** What can be painted over the text without changing it: what was found, and which of it is the current match. */
export type Paint = 'found' | 'current';

/**
 * What stands between positions of a document's text (UTF-16 offsets of the canonical text) and where they are drawn.
 * Marks, find and the margin know where words are only through it, so that the same text can be drawn another way.
 * A surface may have only a part of the text in the page; what is not there has no place until it is revealed.
 */
export interface TextSurface {
  /** The stretches of the text that are in the page, in order; a new list each time they changed or moved. */
  readonly drawn: () => readonly Range[];
  /** Listens for a new list of what is drawn; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;

  /** The box of a caret at an offset; null where the text is not drawn. */
  caretAt(offset: number): Box | null;
  /** The offset nearest to a point of the surface, measured as boxes are; null if no text is drawn there. */
  offsetAt(point: Point): number | null;
  /** The part of the surface that is in the window; null before anything is drawn. */
  view(): Box | null;

  /** Scrolls until an offset is in view, in the upper third of the window unless another placement is asked for. */
  reveal(offset: number, placement?: Placement): void;
  /** Gives the text the focus of the keyboard. */
  focus(): void;
  /**
   * Paints ranges, in place of what the name painted before; they stay painted while the text scrolls. They are in
   * order and none is in more than one block.
   */
  paint(name: Paint, ranges: readonly Range[]): void;
}

/** How a highlight is painted. */
export interface Look {
  /** Palette index of its first tag's colour, from 1; null without a tag. */
  readonly colour: number | null;
  /** The verdict of its first claim; null without a claim. */
  readonly verdict: Verdict | null;
}

/** The highlights of a document as a surface asks for them, block by block while it draws; so each answer is quick. */
export interface SurfaceMarks {
  /** The highlights over a block, by its index, in no particular order; the same list until one of them changes. */
  over(block: number): readonly SpannedHighlight[];
  /** How a highlight looks now. */
  look(highlight: HighlightId): Look;
  /** Listens for changes to the highlights over one block; returns what ends that. */
  subscribe(block: number, listener: () => void): () => void;
}

/** What every component that draws a surface is given. */
export interface SurfaceProps {
  readonly marks: SurfaceMarks;
  /** The selected highlights, which are lifted off the page. */
  readonly lifted: ReadonlySet<HighlightId>;
  /** The selection, which the component shows and the analyst changes there. */
  readonly store: SelectionStore;
  /** What the text is, for screen readers. */
  readonly label: string;
  readonly language: string | null;
  /** Of paragraphs without a letter; the others have their own. */
  readonly direction: 'ltr' | 'rtl';
  /** A click on words, or Enter on them: where in the text, and the point of the window. */
  readonly onWords: (offset: number, point: Point) => void;
  /** The mouse was released over selected words. */
  readonly onSelected?: () => void;
  /** The analyst has stopped scrolling. */
  readonly onRest?: () => void;
  /** What is drawn beside and over the text; it is placed by the boxes of the surface. */
  readonly children?: ReactNode;
}

/** What of a surface is in the page now; draws again whenever that changes or moves. */
export function useDrawn(surface: TextSurface): readonly Range[] {
  return useSyncExternalStore(surface.subscribe, surface.drawn);
}

/** Whether an offset is in view, the whole height of its line. */
export function isInView(surface: TextSurface, offset: number): boolean {
  const caret = surface.caretAt(offset);
  const view = surface.view();
  return caret !== null && view !== null && caret.top >= view.top && caret.bottom <= view.bottom;
}

/** The offset at the top of the window, and how many pixels of its line are above it; null before the first draw. */
export function placeAtTop(surface: TextSurface): { offset: number; above: number } | null {
  const view = surface.view();
  // One pixel down, so that a line which only touches the edge of the window does not count.
  const offset = view && surface.offsetAt({ x: view.left, y: view.top + 1 });
  const caret = offset === null ? null : surface.caretAt(offset);
  if (view === null || offset === null || caret === null) return null;
  return { offset, above: view.top - caret.top };
}
