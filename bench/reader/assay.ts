import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { type Root, createRoot } from 'react-dom/client';
import type { Look } from '../../src/renderer/features/reader/marks/document-marks.ts';
import { createColumnStore } from '../../src/renderer/features/reader/surface/column-store.ts';
import { HighlightIndex } from '../../src/renderer/features/reader/marks/highlight-index.ts';
import { ReadingColumn } from '../../src/renderer/features/reader/surface/reading-column.tsx';
import type { Contestant } from './contestant.ts';

const plain: Look = { colour: null, verdict: null };
const nothing = { lifted: new Set<never>(), found: [] };

/** The reading column of the app, without the app around it. */
export function assay(): Contestant {
  let index = new HighlightIndex([]);
  let place: HTMLElement | null = null;
  let root: Root | null = null;

  function marks(): number {
    return place?.getElementsByTagName('mark').length ?? 0;
  }

  return {
    open: (element, { text, blocks, highlights }) => {
      place = element;
      index = new HighlightIndex(blocks, highlights);
      const column = createElement(ReadingColumn, {
        text,
        blocks,
        index,
        look: () => plain,
        ...nothing,
        currentFound: null,
        store: createColumnStore(),
        label: 'Text',
        language: 'en',
        direction: 'ltr',
        onWords: () => undefined,
      });
      const created = createRoot(element);
      root = created;
      flushSync(() => {
        created.render(column);
      });
      return { isPainted: () => marks() > 0 };
    },
    close: () => {
      root?.unmount();
    },
    add: (highlight) => {
      const before = marks();
      index.replace(null, highlight);
      return { isPainted: () => marks() > before };
    },
    scroller: () => {
      const scroller = place?.querySelector('[data-reading-scroller]');
      if (!(scroller instanceof HTMLElement)) throw new Error('The column is not open');
      return scroller;
    },
  };
}
