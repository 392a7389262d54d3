import { useDeferredValue, useMemo, useState } from 'react';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { DocumentText } from '../../../../domain/core/text.ts';
import { findAll, matchFrom } from './find.ts';

/** The state of finding words in the document. */
export interface Find {
  readonly isOpen: boolean;
  readonly words: string;
  readonly found: readonly Range[];
  /** Index into `found`; null where nothing was found. */
  readonly current: number | null;
  /** Whether what was found is still that of the words before these. */
  readonly isBehind: boolean;
  /** The current match of the words as they stand, even if looking for them has only begun. */
  readonly match: () => Range | undefined;
  readonly open: () => void;
  readonly close: () => void;
  /** Looks for other words, from an offset on. */
  readonly seek: (words: string, from: number) => void;
  /** Goes to the next or last match, around the end. */
  readonly step: (direction: 1 | -1) => void;
}

const nothing: readonly Range[] = [];

/** Finds words in a text as they are typed; a long text does not hold up typing. */
export function useFind({ text, blocks }: DocumentText): Find {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  // Where the current match is looked for: from an offset on while words are typed, by its number once one steps.
  const [at, setAt] = useState<{ from: number } | { index: number }>({ from: 0 });
  // React draws the typed words first, and searches when there is time.
  const wanted = useDeferredValue(isOpen ? words : '');
  const found = useMemo(
    () => (wanted === '' ? nothing : findAll(text, blocks, wanted)),
    [text, blocks, wanted],
  );
  const index = 'index' in at ? at.index : matchFrom(found, at.from);
  const current = found.length === 0 ? null : Math.min(index, found.length - 1);
  const isBehind = isOpen && wanted !== words;
  return useMemo(
    () => ({
      isOpen,
      words,
      found,
      current,
      isBehind,
      match: () => {
        if (!isBehind) return current === null ? undefined : found[current];
        // Searched here and now, for somebody who leaves the bar before the deferred search is done.
        const now = words === '' ? nothing : findAll(text, blocks, words);
        return now['index' in at ? at.index : matchFrom(now, at.from)];
      },
      open: () => {
        setOpen(true);
      },
      close: () => {
        setOpen(false);
      },
      seek: (sought, from) => {
        setWords(sought);
        setAt({ from });
      },
      step: (direction) => {
        if (current === null) return;
        setAt({ index: (current + direction + found.length) % found.length });
      },
    }),
    [text, blocks, isOpen, words, found, current, isBehind, at],
  );
}
