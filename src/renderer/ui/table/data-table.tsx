import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { ColumnPopover, type OpenPopover } from './column-popover.tsx';
import { useGridEvents } from './grid-events.ts';
import {
  type ColumnResize,
  cellId,
  columnVariables,
  gutters,
  heights,
  pinnedCount,
  scrolledTo,
  withResize,
} from './grid-geometry.ts';
import { GridLine } from './grid-line.tsx';
import { TableHead } from './table-head.tsx';
import type { DataTableModel } from './use-data-table.ts';
import { type GridOptions, useGrid } from './use-grid.ts';
import { useLineKeys, useLineVirtualizer, useReveal } from './use-line-virtualizer.ts';
import { useColumnsInSight } from './use-columns-in-sight.ts';
import { useShown } from './use-shown.ts';
import styles from './table.module.css';

export interface DataTableProps<R extends object> extends Pick<
  GridOptions<R>,
  'selected' | 'onSelect' | 'focused' | 'onFocusRow' | 'onOpen'
> {
  readonly model: DataTableModel<R>;
  /** What the rows are: "Claims". */
  readonly label: string;
  /** What a record has to show below its row, where the model has details. */
  readonly details?: (row: R) => ReactNode;
  /** Shown in place of the rows when there are none to show. */
  readonly empty: ReactNode;
}

/** Rows as a grid: only those in view are drawn, everything can be done by keyboard. */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  const { model, label, selected } = props;
  const { items, shownColumns, layout } = model;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [popover, setPopover] = useState<OpenPopover | null>(null);
  const [resize, setResize] = useState<ColumnResize | null>(null);
  const openMenu = useCallback(
    (columnId: string) => {
      const index = shownColumns.findIndex((shown) => shown.id === columnId);
      const anchor = document.getElementById(cellId(id, -1, index + 1));
      if (anchor !== null) setPopover({ column: columnId, kind: 'menu', anchor });
    },
    [id, shownColumns],
  );
  const rowHeight = layout.isCompact ? heights.compact : heights.row;
  const isShown = useShown();
  const virtualizer = useLineVirtualizer(scroller, items, rowHeight, isShown);
  const grid = useGrid(model, {
    ...props,
    onMenu: openMenu,
    activateCell: () => {
      const cell = document.getElementById(cellId(id, line, column));
      const target = cell?.querySelector<HTMLElement>('[data-activate]') ?? null;
      target?.click();
      return target !== null;
    },
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    scrollTo: (target) => {
      if (target >= 0) virtualizer.scrollToIndex(target);
    },
    scrollToColumn: (target) => {
      const element = scroller.current;
      if (element === null) return;
      const room = { pinned, gutter, view: element.clientWidth };
      element.scrollLeft = scrolledTo(target, model.drawn, room, element.scrollLeft);
    },
  });
  const events = useGridEvents({ model, grid, selected, onOpen: props.onOpen });
  const { line, column } = grid.place;
  const lines = virtualizer.getVirtualItems();
  const keys = useLineKeys(lines);
  const gutter = model.hasDetails === true ? gutters.folding : gutters.plain;
  const view = virtualizer.scrollRect?.width ?? 0;
  const pinned = pinnedCount(model.drawn, gutter, view);
  const drawn = withResize(model.drawn, resize);
  const inSight = useColumnsInSight(scroller, drawn, { pinned, gutter, view }, isShown);

  useReveal(virtualizer, items, props.focused);

  // The cell that had the focus has it again; the popover knows only what was pressed to open it.
  const hadPopover = useRef(false);
  useEffect(() => {
    if (popover === null && hadPopover.current) scroller.current?.focus();
    hadPopover.current = popover !== null;
  }, [popover]);

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        role={model.isTree ? 'treegrid' : 'grid'}
        data-grid
        aria-label={label}
        aria-rowcount={items.length + 1}
        aria-colcount={shownColumns.length + 1}
        aria-multiselectable
        {...(items.length > 0 || line < 0
          ? { 'aria-activedescendant': cellId(id, line, column) }
          : {})}
        tabIndex={0}
        className={styles['grid']}
        data-compact={layout.isCompact || undefined}
        style={columnVariables(drawn, { pinned, gutter, view })}
        onKeyDown={grid.handleKey}
        {...events}
      >
        <TableHead
          model={model}
          gridId={id}
          pinned={pinned}
          activeColumn={line < 0 ? column : null}
          allSelected={model.shownCount > 0 && selected.size >= model.shownCount}
          onToggleAll={grid.toggleAll}
          onMenu={openMenu}
          onResize={setResize}
        />
        <div
          role="rowgroup"
          className={styles['body']}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {lines.map(({ index, start }, place) => (
            <GridLine
              {...props}
              key={keys[place]}
              gridId={id}
              pinned={pinned}
              inSight={inSight}
              line={index}
              top={start - heights.head}
              activeColumn={index === line ? column : null}
              measure={virtualizer.measureElement}
            />
          ))}
        </div>
      </div>
      {items.length === 0 && <div className={styles['nothing']}>{props.empty}</div>}
      {popover !== null && (
        <ColumnPopover
          key={popover.kind}
          model={model}
          popover={popover}
          onFilter={() => {
            setPopover({ ...popover, kind: 'filter' });
          }}
          onClose={() => {
            // The menu closes after it was answered, which may have opened the filter.
            setPopover((open) => (open?.kind === popover.kind ? null : open));
          }}
        />
      )}
    </div>
  );
}
