import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { ColumnPopover, type OpenPopover } from './column-popover.tsx';
import { type ColumnResize, TableHead } from './table-head.tsx';
import { DetailRow, GroupRow, RecordRow } from './table-rows.tsx';
import { formatTsv } from './tsv.ts';
import type { DataTableModel, DrawnColumn } from './use-data-table.ts';
import { type GridOptions, useGrid } from './use-grid.ts';
import styles from './table.module.css';

export interface DataTableProps<R extends object>
  extends Pick<GridOptions<R>, 'selected' | 'onSelect' | 'focused' | 'onFocusRow' | 'onOpen'> {
  readonly model: DataTableModel<R>;
  /** What the rows are: "Claims". */
  readonly label: string;
  /** What a record has to show below its row, where the model has details. */
  readonly details?: (row: R) => ReactNode;
  /** Shown in place of the rows when there are none to show. */
  readonly empty: ReactNode;
}

/** Heights in pixels; tokens.css gives the rows the same as --row and --row-compact. */
const heights = { row: 32, compact: 28, head: 36 };
// About a screenful of details; the real height is measured once they are drawn.
const guessedDetails = 200;
const overscan = 8;
/** Where the column with the selection marks ends, in pixels. */
const gutter = { plain: 36, folding: 60 };

/** Rows as a grid: only those in view are drawn, everything can be done by keyboard. */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  const { model, label, selected, onSelect, details } = props;
  const { items, shownColumns } = model;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [popover, setPopover] = useState<OpenPopover | null>(null);
  const [resize, setResize] = useState<ColumnResize | null>(null);
  const rowHeight = model.layout.isCompact ? heights.compact : heights.row;
  const gutterWidth = model.hasDetails === true ? gutter.folding : gutter.plain;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'detail' ? guessedDetails : rowHeight),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan,
    scrollMargin: heights.head,
    scrollPaddingStart: heights.head,
    useFlushSync: false,
  });
  const grid = useGrid(model, {
    ...props,
    onMenu: (column) => {
      openPopover(column, 'menu');
    },
    activateCell: () => {
      const cell = document.getElementById(cellId(id, grid.place.line, grid.place.column));
      const target = cell?.querySelector<HTMLElement>('[data-activate]') ?? null;
      target?.click();
      return target !== null;
    },
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    scrollTo: (line) => {
      if (line >= 0) virtualizer.scrollToIndex(line);
    },
  });
  const { line, column } = grid.place;

  // Row heights are cached by the virtualizer, which does not know of the density.
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  // A screen that comes back shows the record it was left at.
  const first = useRef(line);
  useEffect(() => {
    if (first.current > 0) virtualizer.scrollToIndex(first.current, { align: 'center' });
  }, [virtualizer]);

  function openPopover(columnId: string, kind: OpenPopover['kind']): void {
    const index = shownColumns.findIndex((shown) => shown.id === columnId);
    const anchor = document.getElementById(cellId(id, -1, index + 1));
    if (anchor !== null) setPopover({ column: columnId, kind, anchor });
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    const target = placeOf(event);
    if (target === null) return;
    const item = items[target.line];
    if (item?.kind === 'group' || isFolder(event)) grid.toggleFold(item);
    if (!isFolder(event)) {
      grid.press(target, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
    }
  }

  function handleDoubleClick(event: MouseEvent<HTMLElement>): void {
    const item = items[placeOf(event)?.line ?? -1];
    if (item?.kind === 'record' && !isFolder(event)) props.onOpen(item.record);
  }

  function handleCopy(event: ClipboardEvent): void {
    if (event.target !== event.currentTarget || document.getSelection()?.isCollapsed === false) {
      return;
    }
    const chosen = model.shown.filter((row) => selected.has(model.rowId(row)));
    const cell = grid.item?.kind === 'record' ? shownColumns[column - 1]?.text(grid.item.record) : '';
    const text = chosen.length > 0 ? tsvOf(model, chosen) : (cell ?? '');
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={items.length + 1}
        aria-colcount={shownColumns.length + 1}
        aria-multiselectable
        aria-activedescendant={cellId(id, line, column)}
        tabIndex={0}
        className={`${styles['grid'] ?? ''} ${model.layout.isCompact ? (styles['compact'] ?? '') : ''}`}
        style={columnVariables(model.drawn, resize, gutterWidth)}
        onKeyDown={grid.handleKey}
        onClick={handleClick}
        onDoubleClick={handleDoubleClick}
        onCopy={handleCopy}
      >
        <TableHead
          model={model}
          gridId={id}
          activeColumn={line < 0 ? column : null}
          allSelected={model.shown.length > 0 && selected.size >= model.shown.length}
          onToggleAll={grid.toggleAll}
          onPopover={openPopover}
          onResize={setResize}
        />
        <div
          role="rowgroup"
          className={styles['body']}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const place = {
              gridId: id,
              line: index,
              top: start - heights.head,
              activeColumn: index === line ? column : null,
            };
            if (item.kind === 'group') {
              const named = model.columns.get(item.column)?.label ?? '';
              return <GroupRow key={item.id} {...place} item={item} column={named} />;
            }
            if (item.kind === 'detail') {
              return (
                <DetailRow key={item.id} {...place} measure={virtualizer.measureElement}>
                  {details?.(item.record)}
                </DetailRow>
              );
            }
            return (
              <RecordRow
                key={item.id}
                {...place}
                record={item.record}
                isOpen={item.isOpen}
                columns={shownColumns}
                pinned={model.layout.pinned.length}
                isSelected={selected.has(item.id)}
                isFocused={item.id === props.focused}
              />
            );
          })}
        </div>
      </div>
      {items.length === 0 && <div className={styles['nothing']}>{props.empty}</div>}
      {popover !== null && (
        <ColumnPopover
          key={`${popover.kind} ${popover.column}`}
          model={model}
          popover={popover}
          onChange={setPopover}
          onClose={() => {
            setPopover(null);
            scroller.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** The id of a cell's element; the header is line −1, the gutter column 0. */
export function cellId(gridId: string, line: number, column: number): string {
  return `${gridId}-${line < 0 ? 'head' : line}-${column}`;
}
