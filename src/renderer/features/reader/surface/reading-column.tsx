import {
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { HighlightId } from '../../../../domain/core/ids.ts';
import type { Block } from '../../../../domain/core/text.ts';
import { type ColumnStore, rangeOf } from './column-store.ts';
import type { HighlightIndex } from '../marks/highlight-index.ts';
import { MountedText } from './mounted-text.ts';
import { SelectionPaint } from '../marks/selection-paint.tsx';
import { type LookOf, TextBlock } from './text-block.tsx';
import { useBlockVirtualizer } from './use-block-virtualizer.ts';
import { useCaretKeys } from './use-caret-keys.ts';
import { useFoundPaint } from '../find/use-found-paint.ts';
import { usePointerSelection } from './use-pointer-selection.ts';
import { type Placement, useReveal } from './use-reveal.ts';
import styles from './reading-column.module.css';

/** What of the column is in the page, for what is drawn beside the text; a new object whenever that changes. */
export interface ColumnFrame {
  /** Null before the first blocks are in the page. */
  readonly mounted: MountedText | null;
  /** The blocks that are mounted. */
  readonly shown: ReadonlySet<number>;
  /** Changes when blocks moved, so that what was measured must be measured again. */
  readonly moved: unknown;
}

/** What can be asked of a column from outside. */
export interface ColumnHandle {
  focus(): void;
  /** Scrolls until a range is in view. */
  reveal(range: Range, placement?: Placement): void;
  /** The offset at the top of the window, and how many pixels of its line are above it; null before the first draw. */
  place(): { offset: number; above: number } | null;
  /** Whether the first unit of a range is in view. */
  shows(offset: number): boolean;
}

interface ReadingColumnProps {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly index: HighlightIndex;
  readonly look: LookOf;
  /** The selected highlights. */
  readonly lifted: ReadonlySet<HighlightId>;
  /** What was found, in order, and which of it is current. */
  readonly found: readonly Range[];
  readonly currentFound: number | null;
  readonly store: ColumnStore;
  /** What the text is, for screen readers. */
  readonly label: string;
  readonly language: string | null;
  /** Of paragraphs without a letter; the others have their own. */
  readonly direction: 'ltr' | 'rtl';
  /** A click on words, or Enter on them: the highlights there and the point of the window. */
  readonly onWords: (offset: number, point: { x: number; y: number }) => void;
  /** The mouse was released over selected words. */
  readonly onSelected?: () => void;
  /** The analyst has stopped scrolling. */
  readonly onRest?: () => void;
  /** What is drawn beside and over the text, in pixels from the top left of the text. */
  readonly children?: (frame: ColumnFrame) => ReactNode;
  readonly ref?: Ref<ColumnHandle>;
}

/**
 * A text in one column, of which only the paragraphs near the window are in the page. Selecting, copying and moving by
 * keyboard work on offsets of the whole text.
 */
export function ReadingColumn({ ref, ...props }: ReadingColumnProps) {
  const { text, blocks, index, look, lifted, found, currentFound, store, children } = props;
  const { onWords, onSelected, onRest, direction } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState<HTMLDivElement | null>(null);
  const mounted = useMemo(
    () => (column === null ? null : new MountedText(column, blocks)),
    [column, blocks],
  );
  const [revealed, reveal] = useState<{ range: Range; placement: Placement } | null>(null);
  const selected = useStore(store, ({ selection }) => selection);
  const { items, total, measure } = useBlockVirtualizer({
    blocks,
    scroller,
    selected,
    revealed: revealed?.range ?? null,
    onRest,
  });
  useReveal(mounted, scroller, revealed);
  useFoundPaint(mounted, items, found, currentFound);
  const show = useCallback((range: Range, placement: Placement = 'centre') => {
    reveal({ range, placement });
  }, []);
  const pointer = usePointerSelection({ text, mounted, scroller, store, onWords, onSelected });
  const keys = useCaretKeys({ text, mounted, scroller, store, show, onWords });
  useHandle(ref, mounted, scroller, show);

  const frame = useMemo<ColumnFrame>(
    () => ({ mounted, shown: new Set(items.map((item) => item.index)), moved: items }),
    [mounted, items],
  );

  return (
    <div ref={scroller} className={styles['scroller']} data-reading-scroller>
      <div className={styles['content']} style={{ height: total }}>
        <div
          ref={setColumn}
          className={styles['column']}
          role="document"
          aria-label={props.label}
          lang={props.language ?? undefined}
          tabIndex={0}
          onMouseDown={pointer}
          onKeyDown={keys}
          onCopy={(event) => {
            const range = rangeOf(store.getState().selection);
            if (range === null) return;
            event.preventDefault();
            event.clipboardData.setData('text/plain', text.slice(range.start, range.end));
          }}
        >
          {items.map((item) => {
            const block = blocks[item.index];
            return (
              block !== undefined && (
                <TextBlock
                  key={item.key}
                  text={text}
                  block={block}
                  direction={direction}
                  number={item.index}
                  index={index}
                  look={look}
                  lifted={liftedOver(index, item.index, lifted)}
                  top={item.start}
                  measure={measure}
                />
              )
            );
          })}
          {mounted !== null && <SelectionPaint mounted={mounted} store={store} items={items} />}
        </div>
        <div className={styles['beside']}>{children?.(frame)}</div>
      </div>
    </div>
  );
}

function useHandle(
  ref: Ref<ColumnHandle> | undefined,
  mounted: MountedText | null,
  scroller: RefObject<HTMLElement | null>,
  reveal: ColumnHandle['reveal'],
): void {
  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        // The element is there before what is known of its text.
        scroller.current
          ?.querySelector<HTMLElement>('[role="document"]')
          ?.focus({ preventScroll: true });
      },
      reveal,
      place: () => placeAtTop(mounted, scroller.current),
      shows: (offset) => {
        const box = mounted?.caretAt(offset);
        const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
        if (box === null || box === undefined) return false;
        return box.top >= scrollTop && box.bottom <= scrollTop + clientHeight;
      },
    }),
    [mounted, scroller, reveal],
  );
}

function placeAtTop(
  mounted: MountedText | null,
  scroller: HTMLElement | null,
): { offset: number; above: number } | null {
  if (mounted === null || scroller === null) return null;
  const { left } = mounted.column.getBoundingClientRect();
  const { top } = scroller.getBoundingClientRect();
  const offset = mounted.offsetAtPoint(left, top + 1);
  const box = offset === null ? null : mounted.caretAt(offset);
  if (offset === null || box === null) return null;
  return { offset, above: scroller.scrollTop - box.top };
}

function liftedOver(
  index: HighlightIndex,
  block: number,
  lifted: ReadonlySet<HighlightId>,
): string {
  if (lifted.size === 0) return '';
  return index
    .over(block)
    .filter(({ id }) => lifted.has(id))
    .map(({ id }) => id)
    .join();
}
