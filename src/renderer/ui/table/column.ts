import type { ReactNode } from 'react';
import type { Days } from './days.ts';

/** Tells whether a row is let through. */
export type RowTest<R> = (row: R) => boolean;

interface ColumnBase<R> {
  /** Stable: layouts are remembered by it. */
  readonly id: string;
  readonly label: string;
  /** Pixels, until the analyst resizes it. */
  readonly width: number;
  /** What is searched, copied and grouped by, and drawn where there is no `cell`. */
  readonly text: (row: R) => string;
  readonly cell?: (row: R) => ReactNode;
  /** Left out where each row has its own value, so that grouping by it would be no help. */
  readonly isGroupable?: boolean;
  /** What the quick search looks through, where it is not the text; false where it would find nothing of use at some cost. */
  readonly searched?: ((row: R) => string) | false;
  /** What the quick search finds apart from words: the test for what was typed, or null if that can call no row here. */
  readonly called?: (typed: string) => RowTest<R> | null;
}

/** Words: sorted by the rules of language, filtered by what they contain. */
export interface TextColumn<R> extends ColumnBase<R> {
  readonly kind: 'text';
}

/** A number, or null where there is none: sorted as such, nulls last; filtered by a range. */
export interface NumberColumn<R> extends ColumnBase<R> {
  readonly kind: 'number';
  readonly number: (row: R) => number | null;
}

/** A moment in milliseconds since 1970 UTC, or null: sorted as such, nulls last; filtered by a range of days. */
export interface DateColumn<R> extends ColumnBase<R> {
  readonly kind: 'date';
  readonly number: (row: R) => number | null;
  /** Whose days its text shows, and its filter therefore means. */
  readonly days: Days;
}

/** Some of a few labels: sorted in the order given (or else by language), filtered by which of them. */
export interface ChoiceColumn<R> extends ColumnBase<R> {
  readonly kind: 'choice';
  readonly values: (row: R) => readonly string[];
  /** All labels in their own order, such as grades. Left out: the labels there are, by language. */
  readonly order?: readonly string[];
}

/** What a table shows of its rows: one column. */
export type TableColumn<R> = TextColumn<R> | NumberColumn<R> | DateColumn<R> | ChoiceColumn<R>;

/** Whether a column shows plain numbers, which stand at the right, under its label. */
export function isOfFigures({ kind, cell }: TableColumn<never>): boolean {
  return kind === 'number' && cell === undefined;
}

/** The labels a choice column can be filtered by: its own order, or the labels its rows have, by language. */
export function choicesOf<R>(column: ChoiceColumn<R>, rows: readonly R[]): readonly string[] {
  if (column.order !== undefined) return column.order;
  const labels = new Set<string>();
  for (const row of rows) for (const value of column.values(row)) labels.add(value);
  return [...labels].sort(compareTexts);
}

/**
 * Digits compare by their value, so that "Document 10" comes after "Document 2". Of the system's language: a table
 * sorts as its analyst is used to.
 */
export const collator = new Intl.Collator(undefined, { numeric: true });

function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}
