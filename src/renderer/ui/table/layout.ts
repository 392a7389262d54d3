import { z } from 'zod';

/** Which rows a column lets through. Ranges include both ends; dates are milliseconds since 1970 UTC. */
export const ColumnFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('range'),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('choice'), values: z.array(z.string()) }),
]);
export type ColumnFilter = z.infer<typeof ColumnFilter>;

/** How the analyst arranged a table; columns are named by their ids, widths are pixels. */
export const TableLayout = z.strictObject({
  /** Columns that are not named here follow in their own order. */
  order: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
  hidden: z.array(z.string()),
  pinned: z.array(z.string()),
  sort: z.array(z.strictObject({ id: z.string(), desc: z.boolean() })),
  filters: z.record(z.string(), ColumnFilter),
  search: z.string(),
  group: z.array(z.string()),
  isCompact: z.boolean(),
});
export type TableLayout = z.infer<typeof TableLayout>;

/** A layout that shows every column as it is, but for what is given. */
export function tableLayout(given: Partial<TableLayout> = {}): TableLayout {
  return {
    order: [],
    widths: {},
    hidden: [],
    pinned: [],
    sort: [],
    filters: {},
    search: '',
    group: [],
    isCompact: false,
    ...given,
  };
}

/** The narrowest and widest a column can be made, in pixels. */
export const columnWidths = { least: 48, most: 1200 };

/** Sorts by one column alone: ascending, then descending, then not at all. */
export function sortedBy(layout: TableLayout, id: string): TableLayout {
  return { ...layout, sort: nextSort(layout, id) };
}

/** Adds a column to those sorted by, after the others, or turns it round, or takes it out again. */
export function sortedAlsoBy(layout: TableLayout, id: string): TableLayout {
  const [entry] = nextSort(layout, id);
  const known = layout.sort.some((sort) => sort.id === id);
  if (entry === undefined) return { ...layout, sort: layout.sort.filter((sort) => sort.id !== id) };
  if (!known) return { ...layout, sort: [...layout.sort, entry] };
  return { ...layout, sort: layout.sort.map((sort) => (sort.id === id ? entry : sort)) };
}

function nextSort(layout: TableLayout, id: string): TableLayout['sort'] {
  const current = layout.sort.find((sort) => sort.id === id);
  if (current === undefined) return [{ id, desc: false }];
  return current.desc ? [] : [{ id, desc: true }];
}

/** Filters by a column; null takes its filter away. */
export function filteredBy(
  layout: TableLayout,
  id: string,
  filter: ColumnFilter | null,
): TableLayout {
  // Taken out and put at the end: the chips stand in the order in which columns were last filtered by.
  const others = Object.entries(layout.filters).filter(([column]) => column !== id);
  const entries = filter === null ? others : [...others, [id, filter] as const];
  return { ...layout, filters: Object.fromEntries(entries) };
}

/** Shows every row again: no filters, no search. */
export function unfiltered(layout: TableLayout): TableLayout {
  return { ...layout, filters: {}, search: '' };
}

/** Whether a column is shown. */
export function isShown(layout: TableLayout, id: string): boolean {
  return !layout.hidden.includes(id);
}

/** Shows a hidden column, or hides a shown one. */
export function toggledColumn(layout: TableLayout, id: string): TableLayout {
  return { ...layout, hidden: toggled(layout.hidden, id) };
}

/** Keeps a column at the left while the others scroll, or lets it go. */
export function toggledPin(layout: TableLayout, id: string): TableLayout {
  return { ...layout, pinned: toggled(layout.pinned, id) };
}

/** Groups by a column, inside the groups there are, or no longer. */
export function toggledGroup(layout: TableLayout, id: string): TableLayout {
  return { ...layout, group: toggled(layout.group, id) };
}

/** The list without an entry that is in it, or with one that is not at its end. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** Gives a column another width, within the bounds. */
export function resized(layout: TableLayout, id: string, width: number): TableLayout {
  const bounded = Math.round(Math.min(columnWidths.most, Math.max(columnWidths.least, width)));
  return { ...layout, widths: { ...layout.widths, [id]: bounded } };
}

/** Moves a column before or after another one; if only one of the two is pinned, it becomes as the other. */
export function movedTo(
  layout: TableLayout,
  columns: readonly { readonly id: string }[],
  id: string,
  target: { readonly id: string; readonly side: 'before' | 'after' },
): TableLayout {
  if (id === target.id) return layout;
  const isPinned = layout.pinned.includes(target.id);
  const pinned = layout.pinned.filter((other) => other !== id);
  return {
    ...layout,
    order: placed(orderedIds(layout, columns), id, target),
    pinned: isPinned ? placed(pinned, id, target) : pinned,
  };
}

function placed(
  ids: readonly string[],
  id: string,
  target: { readonly id: string; readonly side: 'before' | 'after' },
): string[] {
  const others = ids.filter((other) => other !== id);
  const index = others.indexOf(target.id) + (target.side === 'after' ? 1 : 0);
  return others.toSpliced(index, 0, id);
}

function orderedIds(layout: TableLayout, columns: readonly { readonly id: string }[]): string[] {
  const all = columns.map((column) => column.id);
  // A remembered layout may name columns that are no more, and lack ones that came later.
  const known = layout.order.filter((id) => all.includes(id));
  return [...known, ...all.filter((id) => !known.includes(id))];
}
