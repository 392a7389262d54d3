import { useViewState } from '../../state/view-state.ts';
import { TableLayout, filteredBy } from '../../ui/table/index.ts';
import { initialClaimLayout, notRated } from './claim-columns.tsx';

/** How the table of claims is arranged in this case, and the function that arranges it anew. */
export function useClaimLayout(): [TableLayout, (layout: TableLayout) => void] {
  return useViewState('claims/table', TableLayout, initialClaimLayout);
}

/** A cell of the Admiralty matrix: a letter and a digit, each null for claims that lack it. */
export interface GradeCell {
  readonly letter: string | null;
  readonly digit: string | null;
}

/** The cell that the table is filtered to now, or null. */
export function cellOf({ filters }: TableLayout): GradeCell | null {
  const letter = onlyChoice(filters['reliability']);
  const digit = onlyChoice(filters['credibility']);
  if (letter === null || digit === null) return null;
  return { letter: graded(letter), digit: graded(digit) };
}

/** Filters the table to one cell, in place of other grades it was filtered to; null: to no grade. */
export function filteredToCell(layout: TableLayout, cell: GradeCell | null): TableLayout {
  const letter = cell && choice(cell.letter ?? notRated);
  const digit = cell && choice(cell.digit ?? notRated);
  return filteredBy(filteredBy(layout, 'reliability', letter), 'credibility', digit);
}

/** Filters the table to the claims of one origin, by its name, and nothing else. */
export function filteredToOrigin(layout: TableLayout, origin: string): TableLayout {
  return { ...layout, search: '', filters: { origin: choice(origin) } };
}

function choice(value: string): TableLayout['filters'][string] {
  return { kind: 'choice', values: [value] };
}

function onlyChoice(filter: TableLayout['filters'][string] | undefined): string | null {
  if (filter?.kind !== 'choice' || filter.values.length !== 1) return null;
  return filter.values[0] ?? null;
}

function graded(choice: string): string | null {
  return choice === notRated ? null : choice;
}
