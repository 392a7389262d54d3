import { ArrowDown, ArrowUp, Check, ListFilter } from 'lucide-react';
import { type DragEvent, type MouseEvent, type PointerEvent, memo, useState } from 'react';
import { isOfFigures } from './column.ts';
import { type ColumnResize, cellId } from './grid-geometry.ts';
import { movedTo, resized, sortedAlsoBy, sortedBy } from './layout.ts';
import type { DataTableModel, DrawnColumn } from './use-data-table.ts';
import styles from './table.module.css';

export interface TableHeadProps<R extends object> {
  readonly model: DataTableModel<R>;
  readonly gridId: string;
  /** How many of the columns, from the first, stay at the left. */
  readonly pinned: number;
  /** The column with the focus, if the header has it; 0 is the gutter. */
  readonly activeColumn: number | null;
  readonly allSelected: boolean;
  readonly onToggleAll: () => void;
  readonly onMenu: (column: string) => void;
  readonly onResize: (resize: ColumnResize | null) => void;
}

/** The names of the columns: a click sorts, dragging moves a column, dragging its edge resizes it. */
export function TableHead<R extends object>(props: TableHeadProps<R>) {
  const { model, gridId, activeColumn, allSelected, pinned, onMenu, onResize } = props;
  const cells = model.drawn.map((drawn, index) => (
    <HeadCell
      key={drawn.column.id}
      {...{ model, gridId, onMenu, onResize }}
      drawn={drawn}
      index={index}
      isActive={activeColumn === index + 1}
    />
  ));
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['headRow']}>
        <div role="presentation" className={styles['pinned']}>
          <div
            role="columnheader"
            id={cellId(gridId, -1, 0)}
            aria-colindex={1}
            data-active={activeColumn === 0 || undefined}
            className={`${styles['headCell'] ?? ''} ${styles['gutter'] ?? ''}`}
            onClick={props.onToggleAll}
          >
            <span className={styles['unseen']}>Selection</span>
            <span className={styles['mark']} aria-hidden>
              {allSelected && <Check size={12} strokeWidth={3} aria-hidden />}
            </span>
          </div>
          {cells.slice(0, pinned)}
        </div>
        <div role="presentation" className={styles['others']}>
          {cells.slice(pinned)}
        </div>
      </div>
    </div>
  );
}

interface HeadCellProps<R extends object> extends Pick<
  TableHeadProps<R>,
  'model' | 'gridId' | 'onMenu' | 'onResize'
> {
  readonly drawn: DrawnColumn<R>;
  readonly index: number;
  readonly isActive: boolean;
}

/** One column's name, with its menu and the edge to resize it by; drawn again only when one of its properties changes. */
const HeadCell = memo(DrawnHeadCell) as typeof DrawnHeadCell;

function DrawnHeadCell<R extends object>(props: HeadCellProps<R>) {
  const { model, drawn, index, isActive, gridId } = props;
  const { id, label } = drawn.column;
  const { layout, onLayout } = model;
  // On which side of this column a dragged one would be put; null while none is over it.
  const [side, setSide] = useState<'before' | 'after' | null>(null);
  const place = layout.sort.findIndex((sort) => sort.id === id);
  const sort = layout.sort[place];

  function handleClick(event: MouseEvent): void {
    onLayout((event.shiftKey ? sortedAlsoBy : sortedBy)(layout, id));
  }

  function handleDrop(event: DragEvent): void {
    const moved = event.dataTransfer.getData(dragType);
    setSide(null);
    if (moved === '' || side === null) return;
    event.preventDefault();
    onLayout(movedTo(layout, model.columns.all, moved, { id, side }));
  }

  return (
    <div
      role="columnheader"
      id={cellId(gridId, -1, index + 1)}
      aria-colindex={index + 2}
      // ARIA lets one column be the sorted one; further ones are shown by their numbers.
      {...(place === 0 && sort !== undefined
        ? { 'aria-sort': sort.desc ? ('descending' as const) : ('ascending' as const) }
        : {})}
      data-active={isActive || undefined}
      data-drop={side ?? undefined}
      className={`${styles['headCell'] ?? ''} ${isOfFigures(drawn.column) ? (styles['number'] ?? '') : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setSide(sideOf(event));
      }}
      onDragLeave={() => {
        setSide(null);
      }}
      onDrop={handleDrop}
    >
      <div
        className={styles['headLabel']}
        title={label}
        draggable
        onClick={handleClick}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, id);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <span className={styles['words']}>{label}</span>
        {sort !== undefined && (
          <SortMark desc={sort.desc} place={layout.sort.length > 1 ? place + 1 : null} />
        )}
        {layout.filters[id] !== undefined && <ListFilter size={13} aria-label="filtered" />}
      </div>
      <button
        type="button"
        // The grid has one tab stop; from its cells the menu opens with Alt+↓.
        tabIndex={-1}
        aria-label={`Menu of the column ${label}`}
        aria-haspopup="menu"
        className={styles['headMenu']}
        onClick={() => {
          props.onMenu(id);
        }}
      />
      <ResizeEdge {...props} />
    </div>
  );
}

// A type of our own, so that a header takes no files or words that are dropped on it. While something is dragged its
// types can be read, and its data only when it is dropped.
const dragType = 'application/x-column';

function sideOf(event: DragEvent): 'before' | 'after' {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return event.clientX < left + width / 2 ? 'before' : 'after';
}

/** An arrow, and the place of the column where several are sorted by. */
function SortMark({ desc, place }: { desc: boolean; place: number | null }) {
  const Icon = desc ? ArrowDown : ArrowUp;
  return (
    <span className={styles['sortMark']}>
      <Icon size={13} aria-hidden />
      {place}
    </span>
  );
}

/** The right edge of a header: dragging it resizes the column, a double click gives it its own width again. */
function ResizeEdge<R extends object>({ model, drawn, onResize }: HeadCellProps<R>) {
  const column = drawn.column.id;
  // Where the drag began, in pixels of the window; null while there is none.
  const [from, setFrom] = useState<number | null>(null);

  function widthAt(event: PointerEvent, start: number): number {
    const { widths } = resized(model.layout, column, drawn.width + event.clientX - start);
    return widths[column] ?? drawn.width;
  }

  return (
    <span
      className={styles['edge']}
      onPointerDown={(event) => {
        event.preventDefault();
        // The edge is a few pixels wide, and the pointer leaves it at once.
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(event.clientX);
      }}
      onPointerMove={(event) => {
        // The width is only shown while it changes; the layout is changed, and remembered, when the pointer is let go.
        if (from !== null) onResize({ column, width: widthAt(event, from) });
      }}
      onPointerUp={(event) => {
        if (from !== null) model.onLayout(resized(model.layout, column, widthAt(event, from)));
        setFrom(null);
        onResize(null);
      }}
      onPointerCancel={() => {
        setFrom(null);
        onResize(null);
      }}
      onDoubleClick={() => {
        model.onLayout(resized(model.layout, column, drawn.column.width));
      }}
    />
  );
}
