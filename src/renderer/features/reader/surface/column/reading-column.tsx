import { type ClipboardEvent, useLayoutEffect } from 'react';
import { rangeOf } from '../selection.ts';
import type { SurfaceMarks, SurfaceProps } from '../text-surface.ts';
import { SelectionPaint } from './selection-paint.tsx';
import { TextBlock } from './text-block.tsx';
import type { HighlightId } from '../../../../../domain/records/highlight/record.ts';
import type { TextColumn } from './text-column.ts';
import { useBlockVirtualizer } from './use-block-virtualizer.ts';
import { useCaretKeys } from './use-caret-keys.ts';
import { usePointerSelection } from './use-pointer-selection.ts';
import { useReveal } from './use-reveal.ts';
import styles from './reading-column.module.css';

interface ReadingColumnProps extends SurfaceProps {
  readonly column: TextColumn;
}

/**
 * A text in one column, of which only the paragraphs near the window are in the page. Selecting, copying and moving by
 * keyboard work on offsets of the whole text.
 */
export function ReadingColumn({ column, ...props }: ReadingColumnProps) {
  const { marks, lifted, store, direction, onWords, onSelected, onRest } = props;
  const { takeScroller, takeColumn } = column;
  const { text, blocks } = column.content;
  const { items, total, measure } = useBlockVirtualizer({ column, store, onRest });
  // Once the blocks are in the page, and before the frame is shown: whoever stands beside the text is placed in the
  // same frame.
  useLayoutEffect(() => {
    column.draw(items.map(({ index }) => index));
  }, [column, items]);
  useReveal(column);
  const pointer = usePointerSelection({ column, store, onWords, onSelected });
  const keys = useCaretKeys({ column, store, onWords });

  function copy(event: ClipboardEvent): void {
    const range = rangeOf(store.getState().selection);
    if (range === null) return;
    // Copied from the text and not from the page, which has only a part of it.
    event.preventDefault();
    event.clipboardData.setData('text/plain', text.slice(range.start, range.end));
  }

  return (
    <div ref={takeScroller} className={styles['scroller']} data-reading-scroller>
      <div className={styles['content']} style={{ height: total }}>
        <div
          ref={takeColumn}
          className={styles['column']}
          role="document"
          aria-label={props.label}
          lang={props.language ?? undefined}
          tabIndex={0}
          onMouseDown={pointer}
          onKeyDown={keys}
          onCopy={copy}
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
                  marks={marks}
                  lifted={liftedOver(marks, item.index, lifted)}
                  top={item.start}
                  measure={measure}
                />
              )
            );
          })}
          <SelectionPaint column={column} store={store} />
        </div>
        <div className={styles['beside']}>{props.children}</div>
      </div>
    </div>
  );
}

/** The selected highlights over one block, by their ids. */
function liftedOver(marks: SurfaceMarks, block: number, lifted: ReadonlySet<HighlightId>): string {
  // A string, so that a block whose highlights stay as they are is not drawn again.
  if (lifted.size === 0) return '';
  return marks
    .over(block)
    .filter(({ id }) => lifted.has(id))
    .map(({ id }) => id)
    .join();
}
