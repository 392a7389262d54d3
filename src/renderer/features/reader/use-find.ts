import { useDeferredValue, useMemo, useState } from 'react';
import type { Range } from '../../../domain/anchoring/graphemes.ts';
import type { Block } from '../../../domain/model/text.ts';
import { findAll, matchFrom } from './find.ts';

/** The state of finding words in the document. */
export interface Find {
  readonly isOpen: boolean;
  readonly words: string;
  readonly found: readonly Range[];
  /** Index into `found`; null where nothing was found. */
  readonly current: number | null;
  readonly open: () => void;
  readonly close: () => void;
  /** Looks for other words, from an offset on. */
  readonly seek: (words: string, from: number) => void;
  /** Goes to the next or last match, around the end. */
  readonly step: (direction: 1 | -1) => void;
}

const nothing: readonly Range[] = [];

/** Finds words in a text as they are typed; a long text does not hold up typing. */
export function useFind(text: string, blocks: readonly Block[]): Find {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [at, setAt] = useState<{ from: number } | { index: number }>({ from: 0 });
  const wanted = useDeferredValue(isOpen ? words : '');
  const found = useMemo(
    () => (wanted === '' ? nothing : findAll(text, blocks, wanted)),
    [text, blocks, wanted],
  );
  const index = 'index' in at ? at.index : matchFrom(found, at.from);
  const current = found.length === 0 ? null : Math.min(index, found.length - 1);
  return {
    isOpen,
    words,
    found,
    current,
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
  };
}
