/** What is read of a row of TanStack Table; a row that stands for a group names the column it is grouped by. */
export interface GridRow<R> {
  readonly id: string;
  readonly original: R;
  readonly depth: number;
  readonly subRows: readonly GridRow<R>[];
  readonly groupingColumnId?: string | undefined;
  readonly groupingValue?: unknown;
}

/** One record as a row of the grid. */
export interface RecordItem<R> {
  readonly kind: 'record';
  readonly id: string;
  readonly record: R;
  /** How many groups it lies in. */
  readonly depth: number;
  /** Whether its details are shown; null where the table has no details. */
  readonly isOpen: boolean | null;
}

/** The heading of a group of records. */
export interface GroupItem {
  readonly kind: 'group';
  readonly id: string;
  /** The id of the column it is grouped by. */
  readonly column: string;
  readonly value: string;
  /** How many records it holds. */
  readonly count: number;
  /** How many groups it lies in. */
  readonly depth: number;
  readonly isOpen: boolean;
}

/** What a record has to show below its row. */
export interface DetailItem<R> {
  readonly kind: 'detail';
  readonly id: string;
  readonly record: R;
}

/** A line of the grid, from top to bottom. */
export type Item<R> = RecordItem<R> | GroupItem | DetailItem<R>;

/** What of a table is unfolded: groups are open unless named, details shut unless named. */
export interface Unfolded {
  readonly shutGroups: ReadonlySet<string>;
  readonly openRecords: ReadonlySet<string>;
}

/** The lines of the grid: groups with what is in them, records with their details. */
export function itemsOf<R>(
  rows: readonly GridRow<R>[],
  unfolded: Unfolded,
  hasDetails: boolean,
): Item<R>[] {
  const items: Item<R>[] = [];
  for (const row of rows) addItems(items, row, unfolded, hasDetails);
  return items;
}

function addItems<R>(
  items: Item<R>[],
  row: GridRow<R>,
  unfolded: Unfolded,
  hasDetails: boolean,
): void {
  const { id, original: record } = row;
  const column = row.groupingColumnId;
  if (column === undefined) {
    const isOpen = unfolded.openRecords.has(id);
    items.push({
      kind: 'record',
      id,
      record,
      depth: row.depth,
      isOpen: hasDetails ? isOpen : null,
    });
    if (hasDetails && isOpen) items.push({ kind: 'detail', id: `${id}/details`, record });
    return;
  }
  const isOpen = !unfolded.shutGroups.has(id);
  const value = String(row.groupingValue);
  items.push({
    kind: 'group',
    id,
    column,
    value,
    count: countOf(row.subRows),
    depth: row.depth,
    isOpen,
  });
  if (isOpen) for (const below of row.subRows) addItems(items, below, unfolded, hasDetails);
}

function countOf<R>(rows: readonly GridRow<R>[]): number {
  return rows.reduce(
    (count, row) => count + (row.groupingColumnId === undefined ? 1 : countOf(row.subRows)),
    0,
  );
}

/** The records under some rows, in their order, whether they are unfolded or not. */
export function recordsOf<R>(rows: readonly GridRow<R>[]): R[] {
  const records: R[] = [];
  addRecords(records, rows);
  return records;
}

function addRecords<R>(records: R[], rows: readonly GridRow<R>[]): void {
  for (const row of rows) {
    if (row.groupingColumnId === undefined) records.push(row.original);
    else addRecords(records, row.subRows);
  }
}

/** The set with the entry in it if it was not, and without it if it was. */
export function toggledIn<T>(set: ReadonlySet<T>, entry: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(entry)) next.add(entry);
  return next;
}

/** The ids of the records between two lines of the grid, both included; in either direction. */
export function recordIdsBetween(
  items: readonly Item<unknown>[],
  from: number,
  to: number,
): string[] {
  return items
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .flatMap((item) => (item.kind === 'record' ? [item.id] : []));
}
