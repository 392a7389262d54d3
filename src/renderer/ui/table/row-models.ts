import {
  type Row,
  type RowModel,
  type Table,
  type TableFeatures,
  createGroupedRowModel,
} from '@tanstack/react-table';
import type { ColumnSet } from './column-set.ts';
import { TableLayout } from './layout.ts';
import { type SortKey, sortedOrder } from './order.ts';

type AnyRow<R extends object> = Row<TableFeatures, R>;
type AnyTable<R extends object> = Table<TableFeatures, R>;
type AnyRowModel<R extends object> = RowModel<TableFeatures, R>;

// Grouped rows hold the rows under them; the table's own types tell that only of tables with the grouping feature.
interface GroupParts<R extends object> {
  readonly groupingColumnId?: string;
  readonly leafRows?: readonly AnyRow<R>[];
}

/** A filtered row model that tests records on folded texts, in place of the table's own that reads cell by cell. */
export function filteredRows<R extends object>(columns: ColumnSet<R>) {
  return (table: AnyTable<R>) =>
    memoised(
      () => [
        table.getPreFilteredRowModel(),
        table.atoms.columnFilters.get(),
        table.atoms.globalFilter.get(),
      ],
      (): AnyRowModel<R> => {
        const model = table.getPreFilteredRowModel();
        const columnFilters = table.atoms.columnFilters.get();
        const entries = columnFilters.map(({ id, value }) => [id, value]);
        // The table knows filters as values of any kind; ours came from a layout, and this gives them their types back.
        const filters = TableLayout.shape.filters.parse(Object.fromEntries(entries));
        const test = columns.test(filters, String(table.atoms.globalFilter.get()));
        if (test === null) return model;
        const rows = model.rows.filter((row) => test(row.original));
        return { rows, flatRows: rows, rowsById: model.rowsById };
      },
    );
}

/** The table's own grouped row model, which goes through all rows also where nothing is grouped, asked only where something is. */
export function groupedRows<R extends object>() {
  return (table: AnyTable<R>) => {
    const grouped = createGroupedRowModel<TableFeatures, R>()(table);
    // Rows that were grouped once must be told when they no longer are.
    let wasGrouped = false;
    return (): AnyRowModel<R> => {
      wasGrouped ||= table.atoms.grouping.get().length > 0;
      return wasGrouped ? grouped() : table.getPreGroupedRowModel();
    };
  };
}

/** A sorted row model that orders rows by precomputed ranks; groups come in the order of what they are grouped by. */
export function sortedRows<R extends object>(columns: ColumnSet<R>) {
  return (table: AnyTable<R>) =>
    memoised(
      () => [table.getPreSortedRowModel(), table.atoms.sorting.get()],
      (): AnyRowModel<R> => {
        const model = table.getPreSortedRowModel();
        const sorting = table.atoms.sorting.get();
        // The very same model, so that whatever is worked out from it stays.
        if (sorting.length === 0 && groupingColumn(model.rows) === null) return model;
        const records = table.options.data;
        const rows = sortedLevel(model.rows, sorting, (id) => columns.ranks(id, records));
        return { rows, flatRows: model.flatRows, rowsById: model.rowsById };
      },
    );
}

type RanksOf = (column: string) => Int32Array | null;

/**
 * One level of a table: the groups by what they are grouped by, or the records by all that is sorted by; groups go on
 * to the level inside.
 */
function sortedLevel<R extends object>(
  rows: readonly AnyRow<R>[],
  sorting: readonly { id: string; desc: boolean }[],
  ranksOf: RanksOf,
): AnyRow<R>[] {
  const group = groupingColumn(rows);
  const wanted =
    group === null
      ? sorting
      : [sorting.find(({ id }) => id === group) ?? { id: group, desc: false }];
  const keys = wanted.flatMap(({ id, desc }): SortKey[] => {
    const ranks = ranksOf(id);
    return ranks === null ? [] : [{ ranks: ranksOfRows(rows, ranks), desc }];
  });
  const sorted: AnyRow<R>[] = [];
  for (const index of sortedOrder(keys, rows.length)) {
    const row = rows[index];
    if (row !== undefined) sorted.push(row);
  }
  if (group === null) return sorted;
  // Copies: the rows themselves keep their own order, from which the next sort starts.
  return sorted.map((row) => ({ ...row, subRows: sortedLevel(row.subRows, sorting, ranksOf) }));
}

// A group has the rank of the first record in it: they are all equal in what it is grouped by.
function ranksOfRows<R extends object>(rows: readonly AnyRow<R>[], ranks: Int32Array): Int32Array {
  // Each stands for one record, and they are in their own order: to read them all would take longer than to sort them.
  if (rows.length === ranks.length) return ranks;
  const found = new Int32Array(rows.length);
  rows.forEach((row, place) => {
    const first = partsOf(row).leafRows?.[0] ?? row;
    found[place] = ranks[first.index] ?? -1;
  });
  return found;
}

function groupingColumn<R extends object>(rows: readonly AnyRow<R>[]): string | null {
  const [first] = rows;
  return first === undefined ? null : (partsOf(first).groupingColumnId ?? null);
}

function partsOf<R extends object>(row: AnyRow<R>): GroupParts<R> {
  return row;
}

/** The value that was computed last, as long as its dependencies are the same objects. */
function memoised<T>(dependencies: () => readonly unknown[], compute: () => T): () => T {
  let last: { readonly inputs: readonly unknown[]; readonly value: T } | null = null;
  return () => {
    const inputs = dependencies();
    const known = last;
    if (known === null || inputs.some((input, index) => input !== known.inputs[index])) {
      last = { inputs, value: compute() };
      return last.value;
    }
    return known.value;
  };
}
