import type { RowTest, TableColumn } from './column.ts';
import { fold, wordsOf } from '../fold.ts';
import type { ColumnFilter } from './layout.ts';

/** The test of one column's filter; `folded` gives the column's folded text. A filter of another kind lets all through. */
export function filterTest<R>(
  column: TableColumn<R>,
  filter: ColumnFilter,
  folded: (row: R) => string,
): RowTest<R> {
  if (filter.kind === 'text') {
    const words = wordsOf(filter.text);
    return (row) => words.every((word) => folded(row).includes(word));
  }
  if (filter.kind === 'choice' && column.kind === 'choice') {
    const wanted = new Set(filter.values);
    return (row) => column.values(row).some((value) => wanted.has(value));
  }
  if (filter.kind === 'range' && (column.kind === 'number' || column.kind === 'date')) {
    const { from, to } = filter;
    return (row) => {
      const number = column.number(row);
      return number !== null && (from === null || number >= from) && (to === null || number <= to);
    };
  }
  // A remembered filter may be of a kind that the column had in an earlier version.
  return () => true;
}

/**
 * The test of the quick search: every word of the query stands somewhere in the row, or calls it. A query that calls rows as a
 * whole is one word.
 */
export function searchTest<R>(
  query: string,
  folded: (row: R) => string,
  called: (typed: string) => RowTest<R> | null,
): RowTest<R> {
  const words = called(query) === null ? wordsOf(query) : [fold(query.trim())];
  const wanted = words.map((word) => ({ word, calls: called(word) }));
  return (row) => {
    const text = folded(row);
    return wanted.every(({ word, calls }) => text.includes(word) || calls?.(row) === true);
  };
}
