import type { RowTest, TableColumn } from './column.ts';
import { filterTest, searchTest } from './filters.ts';
import { fold } from '../fold.ts';
import type { ColumnFilter } from './layout.ts';
import { Ranker } from './ranks.ts';

// Folding so many rows takes about a millisecond, after which the window may answer its analyst.
const foldedAtOnce = 100;

// The folded texts of more rows would take tens of megabytes, for a search that may never come.
const foldedBeforehand = 20_000;

/**
 * The columns of a table with what they know of their rows: sort ranks and folded texts, each worked out once for a row.
 * Make one for each table, outside of React, so that it is still there when the screen comes back.
 */
export class ColumnSet<R extends object> {
  readonly all: readonly TableColumn<R>[];
  readonly #byId: ReadonlyMap<string, TableColumn<R>>;
  readonly #rankers: ReadonlyMap<string, Ranker<R>>;
  readonly #folded: ReadonlyMap<string, (row: R) => string>;
  readonly #searched: (row: R) => string;

  constructor(columns: readonly TableColumn<R>[]) {
    this.all = columns;
    this.#byId = new Map(columns.map((column) => [column.id, column]));
    this.#rankers = new Map(columns.map((column) => [column.id, new Ranker(column)]));
    this.#folded = new Map(
      columns.map((column) => [column.id, remembering((row: R) => fold(column.text(row)))]),
    );
    // Numbers are left out of the search unless a column says otherwise: “3” would find nearly every row.
    const words = columns.flatMap(
      ({ kind, text, searched = kind === 'number' ? false : text }) => searched || [],
    );
    // Folded one by one: most of them are ASCII, which costs next to nothing.
    this.#searched = remembering((row) => words.map((text) => fold(text(row))).join('\n'));
  }

  /** The column of an id, or undefined if a remembered layout names one that is no more. */
  get(id: string): TableColumn<R> | undefined {
    return this.#byId.get(id);
  }

  /** The place of each row by a column, -1 where it has no value; null for an unknown column. */
  ranks(id: string, rows: readonly R[]): Int32Array | null {
    return this.#rankers.get(id)?.ranks(rows) ?? null;
  }

  /** Makes the first sort by any of the given columns and the first search quick ones, in steps of about a millisecond. */
  *prepare(ids: readonly string[], rows: readonly R[]): Generator<undefined> {
    for (const id of ids) yield* this.#rankers.get(id)?.prepare(rows) ?? [];
    if (rows.length > foldedBeforehand) return;
    for (const [index, row] of rows.entries()) {
      this.#searched(row);
      if (index % foldedAtOnce === 0) yield;
    }
  }

  /** The test of all filters and the search together; null if every row passes. */
  test(filters: Readonly<Record<string, ColumnFilter>>, search: string): RowTest<R> | null {
    const tests: RowTest<R>[] = [];
    for (const [id, filter] of Object.entries(filters)) {
      const column = this.#byId.get(id);
      const folded = this.#folded.get(id);
      if (column !== undefined && folded !== undefined) {
        tests.push(filterTest(column, filter, folded));
      }
    }
    if (search.trim() !== '')
      tests.push(searchTest(search, this.#searched, (typed) => this.#called(typed)));
    // Mostly there is one test, which is then called without a loop around it.
    const [only, ...others] = tests;
    if (only === undefined) return null;
    return others.length === 0 ? only : (row) => tests.every((test) => test(row));
  }

  // The test for rows that what was typed calls in any column; null where it can call none.
  #called(typed: string): RowTest<R> | null {
    const tests = this.all.flatMap(({ called }) => called?.(typed) ?? []);
    return tests.length === 0 ? null : (row) => tests.some((test) => test(row));
  }
}

// Records are never changed, only replaced, so what was worked out for one stays right as long as it is there.
function remembering<R extends object>(work: (row: R) => string): (row: R) => string {
  const known = new WeakMap<R, string>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const fresh = work(row);
    known.set(row, fresh);
    return fresh;
  };
}
