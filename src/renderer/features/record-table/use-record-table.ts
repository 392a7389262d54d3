import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { type Screen, useSelected } from '../../state/navigation.ts';
import { useViewState } from '../../state/view-state.ts';
import {
  type DataTableModel,
  type DataTableOptions,
  TableLayout,
  useDataTable,
} from '../../ui/table/index.ts';
import type { AnyId } from '../../../domain/records/registry.ts';

/** A row that stands for a record. */
export interface RecordRow {
  readonly id: AnyId;
}

/** What a table of records is made of. */
interface RecordTableOptions<R extends RecordRow> extends Pick<
  DataTableOptions<R>,
  'columns' | 'rows' | 'initialLayout' | 'hasDetails'
> {
  /** The screen it fills, which remembers how it is arranged and what has the focus. */
  readonly screen: Screen;
}

/** A table of records, and what an analyst has picked out of it. */
export interface RecordTableModel<R extends RecordRow> {
  readonly screen: Screen;
  readonly model: DataTableModel<R>;
  /** The record in the inspector. */
  readonly focused: AnyId | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** The selected records that are shown: rows that a filter hides are not changed behind the analyst's back. */
  readonly chosen: readonly R[];
  /** What an action is done to: the chosen records, or else the one with the focus. */
  readonly targets: readonly R[];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onSearch: () => void;
}

/** Arranges records as the analyst left them on a screen, with nothing selected yet. */
export function useRecordTable<R extends RecordRow>(
  options: RecordTableOptions<R>,
): RecordTableModel<R> {
  const { screen, rows, initialLayout } = options;
  const [layout, onLayout] = useViewState(`${screen}/table`, TableLayout, initialLayout);
  const model = useDataTable({ ...options, rowId, layout, onLayout });
  const { shown } = model;
  const focused = useSelected(screen);
  const [selected, onSelect] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : shown().filter(({ id }) => selected.has(id))),
    [shown, selected],
  );
  const targets = useMemo(
    () => (chosen.length > 0 ? chosen : rows.filter(({ id }) => id === focused)),
    [chosen, rows, focused],
  );
  const search = useRef<HTMLInputElement>(null);
  const onSearch = useCallback(() => search.current?.focus(), []);
  return { screen, model, focused, selected, onSelect, chosen, targets, search, onSearch };
}

function rowId({ id }: RecordRow): string {
  return id;
}
