import { useMemo, useState } from 'react';
import type { Point } from '../surface/text-surface.ts';
import type { DocumentMarks } from './document-marks.ts';
import type { CurrentMark } from './use-current-mark.ts';
import type { HighlightId } from '../../../../domain/records/highlight/record.ts';

/** Choosing a highlight by its words, and the menu where several lie over them. */
export interface WordsMenuState {
  /** The highlights to choose from, outermost first, and where the menu opens in the window; null: it is closed. */
  readonly choice: { readonly highlights: readonly HighlightId[]; readonly at: Point } | null;
  /** Chooses the highlight over an offset of the text, or asks which. */
  readonly pick: (offset: number, at: Point) => void;
  readonly choose: (highlight: HighlightId) => void;
  readonly close: () => void;
}

/** Makes a click on words, or Enter on them, choose their highlight. */
export function useWordsMenu(
  marks: DocumentMarks,
  { choose }: Pick<CurrentMark, 'choose'>,
): WordsMenuState {
  const [choice, setChoice] = useState<WordsMenuState['choice']>(null);
  return useMemo(
    () => ({
      choice,
      choose,
      pick: (offset, at) => {
        const highlights = marks.index.at(offset).map(({ id }) => id);
        const [only] = highlights;
        if (only === undefined) return;
        if (highlights.length === 1) choose(only);
        else setChoice({ highlights, at });
      },
      close: () => {
        setChoice(null);
      },
    }),
    [marks, choice, choose],
  );
}
