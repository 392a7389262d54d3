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

// Records become items only when they are asked for: of all the lines of a grid, a screenful is.
type Entry<R> = GridRow<R> | GroupItem | DetailItem<R>;

const noDetails: ReadonlyMap<number, string> = new Map();

/** The lines of the grid: groups with what is in them, records with their details. */
export class Items<R> {
  readonly #entries: readonly Entry<R>[];
  readonly #openRecords: ReadonlySet<string> | null;
  /** The ids of the lines with details, by their places: the same map as long as there are none. */
  readonly details: ReadonlyMap<number, string>;

  constructor(rows: readonly GridRow<R>[], unfolded: Unfolded, hasDetails: boolean) {
    this.#openRecords = hasDetails ? unfolded.openRecords : null;
    // Rows are all of one kind: where the first stands for no group, none does.
    const isFlat = rows[0]?.groupingColumnId === undefined;
    const hasOpen = hasDetails && unfolded.openRecords.size > 0;
    // The rows themselves, uncopied: most tables are flat, and may have a hundred thousand of them.
    this.#entries = isFlat && !hasOpen ? rows : entriesOf(rows, unfolded, hasDetails);
    this.details = hasOpen ? detailsOf(this.#entries) : noDetails;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** The item of a line, counted from 0; undefined beyond the ends. */
  at(line: number): Item<R> | undefined {
    const entry = this.#entries[line];
    if (entry === undefined || 'kind' in entry) return entry;
    const { id, original: record, depth } = entry;
    return { kind: 'record', id, record, depth, isOpen: this.#openRecords?.has(id) ?? null };
  }

  /** The line of the item with an id; -1 if there is none. */
  lineOf(id: string | null): number {
    return id === null ? -1 : this.#entries.findIndex((entry) => entry.id === id);
  }

  /** The ids of the records between two lines, both included; in either direction. */
  recordIdsBetween(from: number, to: number): string[] {
    return this.#entries
      .slice(Math.min(from, to), Math.max(from, to) + 1)
      .flatMap((entry) => ('kind' in entry ? [] : [entry.id]));
  }
}

function entriesOf<R>(
  rows: readonly GridRow<R>[],
  unfolded: Unfolded,
  hasDetails: boolean,
): Entry<R>[] {
  const entries: Entry<R>[] = [];
  for (const row of rows) addEntries(entries, row, unfolded, hasDetails);
  return entries;
}

function addEntries<R>(
  entries: Entry<R>[],
  row: GridRow<R>,
  unfolded: Unfolded,
  hasDetails: boolean,
): void {
  const { id, original: record, depth, groupingColumnId: column } = row;
  if (column === undefined) {
    entries.push(row);
    if (hasDetails && unfolded.openRecords.has(id)) {
      // An id of its own: the line below a record is a line like any other.
      entries.push({ kind: 'detail', id: `${id}/details`, record });
    }
    return;
  }
  const isOpen = !unfolded.shutGroups.has(id);
  const value = String(row.groupingValue);
  const count = countOf(row.subRows);
  entries.push({ kind: 'group', id, column, value, count, depth, isOpen });
  if (isOpen) for (const below of row.subRows) addEntries(entries, below, unfolded, hasDetails);
}

function detailsOf<R>(entries: readonly Entry<R>[]): ReadonlyMap<number, string> {
  const details = new Map<number, string>();
  entries.forEach((entry, line) => {
    if ('kind' in entry && entry.kind === 'detail') details.set(line, entry.id);
  });
  return details;
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
