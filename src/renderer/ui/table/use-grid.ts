import { type KeyboardEvent, useMemo, useState } from 'react';
import { type GridPlace, placeAfter } from './grid-keys.ts';
import { type Item, toggledIn } from './items.ts';
import { sortedAlsoBy, sortedBy } from './layout.ts';
import type { DataTableModel } from './use-data-table.ts';

/** The cell with the focus: its line by the item's id, so that it stays with its record. */
interface ActiveCell {
  /** Null: the first line there is. */
  readonly id: string | null;
  readonly isHeader: boolean;
  /** From 0, which is the gutter before the first column. */
  readonly column: number;
}

/** What the grid tells its screen, and asks of it. */
export interface GridOptions<R extends object> {
  /** The ids of the selected records. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** The record in the inspector; null for none. */
  readonly focused: string | null;
  readonly onFocusRow: (id: string) => void;
  readonly onOpen: (row: R) => void;
  /** Opens the menu of a column. */
  readonly onMenu: (column: string) => void;
  /** Does what the focused cell itself offers; false if it offers nothing. */
  readonly activateCell: () => boolean;
  /** How many lines fit on the screen. */
  readonly page: () => number;
  readonly scrollTo: (line: number) => void;
  /** Brings a column into sight, from 0, the gutter. */
  readonly scrollToColumn: (column: number) => void;
}

/** The focus of a grid and what its keys and clicks do. */
export interface Grid<R extends object> {
  /** The cell with the focus; −1 is the line of the header, 0 the column of the gutter. */
  readonly place: GridPlace;
  readonly item: Item<R> | undefined;
  readonly handleKey: (event: KeyboardEvent) => void;
  /** A click on a cell, with the keys held down. */
  readonly press: (
    place: GridPlace,
    keys: { readonly shift: boolean; readonly ctrl: boolean },
  ) => void;
  readonly toggleAll: () => void;
  readonly toggleFold: (item: Item<R> | undefined) => void;
}

/** Focus, selection and keys of a grid, after the ARIA pattern for grids. */
export function useGrid<R extends object>(
  model: DataTableModel<R>,
  options: GridOptions<R>,
): Grid<R> {
  const { items, shownColumns } = model;
  const { selected, onSelect } = options;
  const [active, setActive] = useState<ActiveCell>({
    id: options.focused,
    isHeader: false,
    column: 1,
  });
  // The record from which Shift selects, by its id; null before anything was selected.
  const [anchor, setAnchor] = useState<string | null>(null);
  // What is selected elsewhere, such as in the palette, is where the keys go on from.
  const [lastFocused, setLastFocused] = useState(options.focused);
  if (options.focused !== lastFocused) {
    setLastFocused(options.focused);
    if (options.focused !== null) setActive({ ...active, isHeader: false, id: options.focused });
  }
  // Looked for only when the lines or the record change: it goes through all lines.
  const found = useMemo(() => items.lineOf(active.id), [items, active.id]);
  // Without a line of its own (filtered away, or nothing chosen yet) the focus is on the first one.
  const line = active.isHeader ? -1 : Math.max(found, Math.min(0, items.length - 1));
  // Columns may have been hidden since.
  const column = Math.min(active.column, shownColumns.length);
  const place = { line, column };
  const item = items.at(line);

  function moveTo(target: GridPlace): void {
    const goal = items.at(target.line);
    setActive({ id: goal?.id ?? null, isHeader: target.line < 0, column: target.column });
    options.scrollTo(target.line);
    // Noted first, so that what comes back from the screen does not count as a choice made elsewhere.
    if (goal?.kind === 'record' && goal.id !== options.focused) {
      setLastFocused(goal.id);
      options.onFocusRow(goal.id);
    }
  }

  function selectTo(target: GridPlace): void {
    const from = anchor === null ? line : items.lineOf(anchor);
    if (anchor === null) setAnchor(item?.id ?? null);
    onSelect(new Set(items.recordIdsBetween(from < 0 ? target.line : from, target.line)));
  }

  function toggleSelected(id: string): void {
    setAnchor(id);
    onSelect(toggledIn(selected, id));
  }

  function toggleAll(): void {
    const all = model.shown().map(model.rowId);
    // All of them, or none if all are selected already.
    onSelect(new Set(all.every((id) => selected.has(id)) ? [] : all));
  }

  function toggleFold(target: Item<R> | undefined): void {
    const { shutGroups, openRecords } = model.unfolded;
    if (target?.kind === 'group') {
      model.setUnfolded({ openRecords, shutGroups: toggledIn(shutGroups, target.id) });
    } else if (target?.kind === 'record' && target.isOpen !== null) {
      model.setUnfolded({ shutGroups, openRecords: toggledIn(openRecords, target.id) });
    }
  }

  function headerKey(event: KeyboardEvent): boolean {
    const id = shownColumns[column - 1]?.id;
    if (event.key === ' ' && id === undefined) toggleAll();
    else if (id === undefined) return false;
    else if (event.key === 'Enter' || event.key === ' ') {
      model.onLayout((event.shiftKey ? sortedAlsoBy : sortedBy)(model.layout, id));
    } else if ((event.key === 'ArrowDown' && event.altKey) || event.key === 'ContextMenu') {
      options.onMenu(id);
    } else return false;
    return true;
  }

  function lineKey(event: KeyboardEvent): boolean {
    const id = shownColumns[column - 1]?.id;
    if (event.key === 'ArrowDown' && event.altKey && id !== undefined) options.onMenu(id);
    else if (event.key === 'Enter') activate();
    else if (event.key === ' ' && item?.kind === 'record') toggleSelected(item.id);
    else if (event.key === ' ' && item?.kind === 'group') toggleFold(item);
    else if (isFoldKey(event, item, column)) toggleFold(item);
    else return false;
    return true;
  }

  function activate(): void {
    if (item?.kind === 'group') toggleFold(item);
    else if (item?.kind === 'record' && !options.activateCell()) options.onOpen(item.record);
  }

  function tableKey(event: KeyboardEvent): boolean {
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) toggleAll();
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
    else return false;
    return true;
  }

  function handleKey(event: KeyboardEvent): void {
    // Keys in a field or a button inside a cell are that one's own.
    if (event.target !== event.currentTarget) return;
    const isDone = tableKey(event) || (line < 0 ? headerKey(event) : lineKey(event));
    if (!isDone) {
      const size = { lines: items.length, columns: shownColumns.length + 1, page: options.page() };
      const target = placeAfter(event, place, size);
      if (target === null) return;
      // Selects before it moves: a first Shift begins at the line that is being left.
      if (event.shiftKey && target.line !== line) selectTo(target);
      moveTo(target);
      // Not on a click: what is under the mouse must not move away from a second one.
      options.scrollToColumn(target.column);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function press(
    target: GridPlace,
    keys: { readonly shift: boolean; readonly ctrl: boolean },
  ): void {
    const goal = items.at(target.line);
    // A click in the gutter selects without a key: that is what the gutter is for.
    if (goal?.kind === 'record' && (keys.ctrl || (target.column === 0 && !keys.shift))) {
      toggleSelected(goal.id);
    } else if (keys.shift) selectTo(target);
    moveTo(target);
  }

  return { place, item, handleKey, press, toggleAll, toggleFold };
}

// Right unfolds and left folds, on the first column and the gutter; elsewhere the arrows move.
function isFoldKey(event: KeyboardEvent, item: Item<object> | undefined, column: number): boolean {
  if (item === undefined || item.kind === 'detail' || item.isOpen === null || column > 1)
    return false;
  if (event.ctrlKey || event.shiftKey) return false;
  return event.key === 'ArrowRight' ? !item.isOpen : event.key === 'ArrowLeft' && item.isOpen;
}
