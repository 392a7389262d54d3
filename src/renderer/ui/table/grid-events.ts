import { type ClipboardEvent, type MouseEvent, useRef } from 'react';
import type { GridPlace } from './grid-keys.ts';
import { formatTsv } from './tsv.ts';
import type { DataTableModel } from './use-data-table.ts';
import type { Grid } from './use-grid.ts';

interface GridEventOptions<R extends object> {
  readonly model: DataTableModel<R>;
  readonly grid: Grid<R>;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (row: R) => void;
}

/** What the mouse and the clipboard do in a grid; its lines are told apart by their `data-` attributes. */
export function useGridEvents<R extends object>({
  model,
  grid,
  selected,
  onOpen,
}: GridEventOptions<R>) {
  // Where the first of several quick clicks went. What it shows beside the grid may move the lines, and the next click then
  // falls on another one.
  const first = useRef<{ id: string; column: number } | null>(null);

  function onClickCapture(event: MouseEvent<HTMLElement>): void {
    const place = placeOf(event);
    const id = place === null ? undefined : model.items.at(place.line)?.id;
    if (event.detail > 1) {
      if (id !== first.current?.id) event.stopPropagation();
      return;
    }
    first.current = place === null || id === undefined ? null : { id, column: place.column };
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const place = placeOf(event);
    if (place === null) return;
    const item = model.items.at(place.line);
    // A group folds wherever it is clicked.
    if (item?.kind === 'group' || isFold(event)) {
      grid.toggleFold(item);
      return;
    }
    grid.press(place, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
  }

  function onDoubleClick(event: MouseEvent<HTMLElement>): void {
    const place = first.current;
    if (place === null || place.column === 0 || isFold(event)) return;
    const item = model.items.at(model.items.lineOf(place.id));
    if (item?.kind === 'record') onOpen(item.record);
  }

  function onCopy(event: ClipboardEvent<HTMLElement>): void {
    // Words that were marked with the mouse are copied by the browser, and fields copy their own. After a click the event
    // comes from the cell that was clicked.
    const hasWords = document.getSelection()?.isCollapsed === false;
    const isField = event.target instanceof Element && event.target.closest('input') !== null;
    if (hasWords || isField) return;
    // In the order shown, and without what is selected but filtered away.
    const chosen = model.shown().filter((row) => selected.has(model.rowId(row)));
    event.clipboardData.setData(
      'text/plain',
      chosen.length > 0 ? tsvOf(model, chosen) : cellText(),
    );
    event.preventDefault();
  }

  function cellText(): string {
    const column = model.shownColumns[grid.place.column - 1];
    return grid.item?.kind === 'record' ? (column?.text(grid.item.record) ?? '') : '';
  }

  return { onClickCapture, onClick, onDoubleClick, onCopy, onMouseOver: showWhole };
}

/** Rows with a line of headings, in the columns that are shown. */
function tsvOf<R extends object>(model: DataTableModel<R>, rows: readonly R[]): string {
  const columns = model.shownColumns;
  return formatTsv([
    columns.map((column) => column.label),
    ...rows.map((row) => columns.map((column) => column.text(row))),
  ]);
}

// Words that do not fit their cell are a hover away.
function showWhole({ target }: MouseEvent<HTMLElement>): void {
  if (!(target instanceof HTMLElement) || target.role !== 'gridcell') return;
  if (target.scrollWidth > target.clientWidth) target.title = target.textContent;
  else target.removeAttribute('title');
}

// Null: not on a cell of a record or group, or on something that does its own.
function placeOf(event: MouseEvent<HTMLElement>): GridPlace | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  if (target.closest('button, a, input, select, textarea, [data-details]') !== null) return null;
  const line = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  const column = target.closest('[role="gridcell"]')?.getAttribute('aria-colindex') ?? null;
  if (line === undefined || column === null) return null;
  // ARIA counts columns from 1.
  return { line: Number(line), column: Number(column) - 1 };
}

function isFold(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-fold]') !== null;
}
