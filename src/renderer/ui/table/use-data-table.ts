import {
  columnFilteringFeature,
  columnGroupingFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '../when-idle.ts';
import type { TableColumn } from './column.ts';
import type { ColumnSet } from './column-set.ts';
import { Items, type Unfolded, recordsOf } from './items.ts';
import { type TableLayout, columnWidths } from './layout.ts';
import { filteredRows, groupedRows, sortedRows } from './row-models.ts';

/** What a table is made of. */
export interface DataTableOptions<R extends object> {
  readonly columns: ColumnSet<R>;
  readonly rows: readonly R[];
  /** The same function on every render. */
  readonly rowId: (row: R) => string;
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout) => void;
  /** The layout that "Reset layout" goes back to. */
  readonly initialLayout: TableLayout;
  readonly hasDetails?: boolean;
}

/** A column as it is drawn now. */
export interface DrawnColumn<R> {
  readonly column: TableColumn<R>;
  /** Pixels. */
  readonly width: number;
  /** It stays at the left while the others scroll; such columns come first. */
  readonly isPinned: boolean;
}

/** A table ready to be drawn by `DataTable`, with what toolbars and bulk actions need of it. */
export interface DataTableModel<R extends object> extends DataTableOptions<R> {
  readonly drawn: readonly DrawnColumn<R>[];
  /** The drawn columns alone: the same array until one is shown, hidden or moved. */
  readonly shownColumns: readonly TableColumn<R>[];
  /** How many records pass search and filters. */
  readonly shownCount: number;
  /** Those records in the order shown; the same function as long as they are the same. Collects them when called. */
  readonly shown: () => readonly R[];
  readonly items: Items<R>;
  /** Some lines unfold, so the grid is a tree: there are groups, or records with details. */
  readonly isTree: boolean;
  readonly unfolded: Unfolded;
  readonly setUnfolded: (unfolded: Unfolded) => void;
  /** Lets the rows follow the search at once, before the next key acts on them. */
  readonly settleSearch: () => void;
}

const folded: Unfolded = { shutGroups: new Set(), openRecords: new Set() };

/** Sorts, filters and groups rows as a layout says; the layout is the only state besides what is unfolded. */
export function useDataTable<R extends object>(options: DataTableOptions<R>): DataTableModel<R> {
  const { columns, hasDetails = false } = options;
  const [unfolded, setUnfolded] = useState(folded);
  // The search normally reaches the rows a little later than the box, so that typing is never held up
  // (`useTableState`). This is the search that `settleSearch` let through at once, because a key was about to act on
  // the rows; while it is the one in the box, nothing waits.
  const [settled, setSettled] = useState('');
  const table = useTanStackTable(options, settled);
  const { rows } = table.getRowModel();
  const items = useMemo(() => new Items(rows, unfolded, hasDetails), [rows, unfolded, hasDetails]);
  const shown = useCallback(() => recordsOf(rows), [rows]);
  const shownCount = table.getFilteredRowModel().rows.length;
  // Pinned columns first, as they are drawn.
  const visible = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
  const ids = useStable(visible.map((column) => column.id));
  const shownColumns = useMemo(() => ids.flatMap((id) => columns.get(id) ?? []), [ids, columns]);
  const drawn = visible.flatMap((leaf): DrawnColumn<R>[] => {
    const column = columns.get(leaf.id);
    if (column === undefined) return [];
    return [{ column, width: leaf.getSize(), isPinned: leaf.getIsPinned() === 'start' }];
  });
  useReadyToSort(columns, ids, options.rows);
  const isTree = hasDetails || layoutGroups(options);
  function settleSearch(): void {
    // Drawn before this returns, so that the key that follows finds the rows it means.
    flushSync(() => {
      setSettled(options.layout.search);
    });
  }
  return {
    ...options,
    drawn,
    shownColumns,
    shownCount,
    shown,
    items,
    isTree,
    unfolded,
    setUnfolded,
    settleSearch,
  };
}

// Works out beforehand what sorting and searching need, while the window has nothing else to do, once the table has
// rows. Rows that come later are few and cost little when they are sorted; the rows stand in a reference, so that new
// ones do not begin this anew.
function useReadyToSort<R extends object>(
  columns: ColumnSet<R>,
  ids: readonly string[],
  rows: readonly R[],
): void {
  const atFirst = useRef(rows);
  const hasRows = rows.length > 0;
  useEffect(() => {
    atFirst.current = rows;
  });
  useEffect(() => {
    if (!hasRows) return undefined;
    return whenIdle(columns.prepare(ids, atFirst.current));
  }, [columns, ids, hasRows]);
}

function layoutGroups<R extends object>({ columns, layout }: DataTableOptions<R>): boolean {
  return layout.group.some((id) => columns.get(id) !== undefined);
}

function useTanStackTable<R extends object>(
  { columns, rows, rowId, layout }: DataTableOptions<R>,
  settled: string,
) {
  const features = useMemo(() => featuresOf(columns), [columns]);
  const definitions = useMemo(
    () =>
      columns.all.map((column) => ({
        id: column.id,
        accessorFn: column.text,
        header: column.label,
        size: column.width,
        minSize: columnWidths.least,
        maxSize: columnWidths.most,
      })),
    [columns],
  );
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    // Grouped columns stay where the analyst put them.
    groupedColumnMode: false,
    state: useTableState(layout, settled),
  });
}

function featuresOf<R extends object>(columns: ColumnSet<R>) {
  return tableFeatures({
    columnFilteringFeature,
    columnGroupingFeature,
    columnOrderingFeature,
    columnPinningFeature,
    columnSizingFeature,
    columnVisibilityFeature,
    globalFilteringFeature,
    rowSortingFeature,
    filteredRowModel: filteredRows(columns),
    groupedRowModel: groupedRows<R>(),
    sortedRowModel: sortedRows(columns),
  });
}

function useTableState(layout: TableLayout, settled: string) {
  const columnOrder = useStable(layout.order);
  const columnSizing = useStable(layout.widths);
  const hidden = useStable(layout.hidden);
  const pinned = useStable(layout.pinned);
  const sorting = useStable(layout.sort);
  const filters = useStable(layout.filters);
  const grouping = useStable(layout.group);
  // Typing stays fluent: the rows follow when there is time, or when the keys go on to them.
  const deferred = useDeferredValue(layout.search);
  const globalFilter = layout.search === settled ? settled : deferred;
  const columnFilters = useMemo(
    () => Object.entries(filters).map(([id, value]) => ({ id, value })),
    [filters],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(hidden.map((id) => [id, false])),
    [hidden],
  );
  const columnPinning = useMemo(() => ({ start: pinned, end: [] }), [pinned]);
  return {
    columnOrder,
    columnSizing,
    columnVisibility,
    columnPinning,
    sorting,
    columnFilters,
    globalFilter,
    grouping,
  };
}

// A layout that was read anew is equal in content but not the same; rows are only sorted again if it really differs.
function useStable<T>(value: T): T {
  const [stable, setStable] = useState(value);
  if (stable === value || JSON.stringify(stable) === JSON.stringify(value)) return stable;
  setStable(value);
  return value;
}
