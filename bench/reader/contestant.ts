import type { SpannedHighlight } from '../../src/domain/anchoring/split.ts';
import type { Corpus } from './corpus.ts';

/** A way to show a text with its highlights, as the bench page drives it. */
export interface Contestant {
  /** Puts the text and its highlights into an empty place; done when the returned test says so. */
  open(place: HTMLElement, corpus: Corpus): { isPainted: () => boolean };
  /** Takes them away again. */
  close(): void;
  /** Adds a highlight over words in view; done when the returned test says so. */
  add(highlight: SpannedHighlight): { isPainted: () => boolean };
  /** The element that scrolls. */
  scroller(): HTMLElement;
}
