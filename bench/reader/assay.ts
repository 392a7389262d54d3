import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { type Root, createRoot } from 'react-dom/client';
import { HighlightIndex } from '../../src/renderer/features/reader/marks/highlight-index.ts';
import { ReadingColumn } from '../../src/renderer/features/reader/surface/column/reading-column.tsx';
import { TextColumn } from '../../src/renderer/features/reader/surface/column/text-column.ts';
import { createSelectionStore } from '../../src/renderer/features/reader/surface/selection.ts';
import type { Look } from '../../src/renderer/features/reader/surface/text-surface.ts';
import type { Contestant } from './contestant.ts';

const plain: Look = { colour: null, verdict: null };

/** The reading column of the app, without the app around it. */
export function assay(): Contestant {
  let index = new HighlightIndex([]);
  let place: HTMLElement | null = null;
  let root: Root | null = null;

  function marks(): number {
    return place?.getElementsByTagName('mark').length ?? 0;
  }

  return {
    open: (element, corpus) => {
      place = element;
      index = new HighlightIndex(corpus.blocks, corpus.highlights);
      const column = createElement(ReadingColumn, {
        column: new TextColumn(corpus),
        marks: {
          over: (block) => index.over(block),
          look: () => plain,
          subscribe: (block, listener) => index.subscribe(block, listener),
        },
        lifted: new Set<never>(),
        store: createSelectionStore(),
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
