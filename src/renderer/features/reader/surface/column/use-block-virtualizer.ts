import { type VirtualItem, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Block } from '../../../../../domain/core/text.ts';
import { blockIndexAt } from '../blocks.ts';
import type { SelectionStore, TextSelection } from '../selection.ts';
import type { RevealRequest, TextColumn } from './text-column.ts';

// Only the first guess, before a block is in the page: Source Serif at 18 px in a column of 34 rem.
const charactersPerLine = 68;
const lineHeight = 28.8;
const blockGap = 14.4;

// Enough that a line down or a turn of the wheel finds its blocks mounted.
const overscan = 4;

interface Options {
  readonly column: TextColumn;
  readonly store: SelectionStore;
  readonly onRest: (() => void) | undefined;
}

/**
 * The blocks to have in the page: those around the window, those the selection begins and ends in (with their
 * neighbours, where the caret may go next), and the one that is to be shown.
 */
export function useBlockVirtualizer({ column, store, onRest }: Options): {
  readonly items: VirtualItem[];
  readonly total: number;
  readonly measure: (element: HTMLElement | null) => void;
} {
  const { blocks } = column.content;
  const selected = useStore(store, ({ selection }) => selection);
  const request = useStore(column.state, (state) => state.request);
  // A string, so that moving the caret within a block makes no other extractor.
  const pinned = pinnedBlocks(blocks, selected, request).join();
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const around = defaultRangeExtractor(range);
      if (pinned === '') return around;
      const all = new Set([...around, ...pinned.split(',').map(Number)]);
      // In order: the page has to read from top to bottom for screen readers.
      return [...all].sort((a, b) => a - b);
    },
    [pinned],
  );
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: blocks.length,
    getScrollElement: () => column.scroller,
    estimateSize: useCallback((index: number) => estimate(blocks[index]), [blocks]),
    initialRect: { width: 0, height: window.innerHeight },
    overscan,
    rangeExtractor,
    // Pixels above the first and below the last block.
    paddingStart: 40,
    paddingEnd: 160,
    onChange: (instance) => {
      if (!instance.isScrolling) onRest?.();
    },
  });
  return {
    items: virtualizer.getVirtualItems(),
    total: virtualizer.getTotalSize(),
    measure: useMemo(() => virtualizer.measureElement, [virtualizer]),
  };
}

function pinnedBlocks(
  blocks: readonly Block[],
  selected: TextSelection | null,
  request: RevealRequest | null,
): number[] {
  const pinned: number[] = [];
  if (selected !== null) {
    const focus = blockIndexAt(blocks, selected.focus);
    pinned.push(blockIndexAt(blocks, selected.anchor), focus - 1, focus, focus + 1);
  }
  if (request !== null) pinned.push(blockIndexAt(blocks, request.offset));
  return [...new Set(pinned)].filter((index) => index >= 0 && index < blocks.length);
}

function estimate(block: Block | undefined): number {
  if (block === undefined) return 0;
  return Math.ceil((block.end - block.start) / charactersPerLine) * lineHeight + blockGap;
}
