import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { EmptyState } from '../empty-state.tsx';
import type { TableColumn } from './column.ts';
import { type Days, dayOf } from './days.ts';
import { type ColumnFilter, filteredBy, toggledGroup, unfiltered } from './layout.ts';
import type { DataTableModel } from './use-data-table.ts';
import styles from '../status-bar.module.css';

export interface TableStatusProps<R extends object> {
  readonly model: DataTableModel<R>;
  /** What a row is, for counting: "claim". */
  readonly noun: string;
  readonly selectedCount: number;
}

/** The line below a table: how many rows are shown, and what narrows or groups them, each to be taken away. */
export function TableStatus<R extends object>({ model, noun, selectedCount }: TableStatusProps<R>) {
  const { layout, onLayout, shownCount, rows, columns } = model;
  const isNarrowed = shownCount < rows.length;
  const all = counted(rows.length, noun);
  const count = isNarrowed ? `${shownCount.toLocaleString('en-GB')} of ${all}` : all;
  const filters = Object.entries(layout.filters).flatMap(([id, filter]) => {
    const column = columns.get(id);
    // A column that is no more filters nothing.
    return column === undefined ? [] : [{ column, filter }];
  });
  const isFiltered = filters.length > 0 || layout.search !== '';
  return (
    <footer className={styles['status']}>
      <span role="status">
        {count}
        {selectedCount > 0 && `, ${selectedCount.toLocaleString('en-GB')} selected`}
      </span>
      {layout.search !== '' && (
        <Chip
          label={`Search: ${layout.search}`}
          onRemove={() => {
            onLayout({ ...layout, search: '' });
          }}
        />
      )}
      {filters.map(({ column, filter }) => (
        <Chip
          key={column.id}
          label={describe(column, filter)}
          onRemove={() => {
            onLayout(filteredBy(layout, column.id, null));
          }}
        />
      ))}
      {layout.group.map((id) => (
        <Chip
          key={id}
          label={`Grouped by ${columns.get(id)?.label ?? id}`}
          onRemove={() => {
            onLayout(toggledGroup(layout, id));
          }}
        />
      ))}
      {isFiltered && (
        <Button
          kind="quiet"
          onPress={() => {
            onLayout(unfiltered(layout));
          }}
        >
          Clear filters
        </Button>
      )}
    </footer>
  );
}

/** What a table shows when its filters let nothing through: why, and the way back. */
export function NothingMatches<R extends object>({
  model,
  noun,
}: Omit<TableStatusProps<R>, 'selectedCount'>) {
  return (
    <EmptyState
      title={`No ${noun}s match`}
      text={`The search and filters leave none of the ${counted(model.rows.length, noun)}.`}
    >
      <Button
        kind="primary"
        onPress={() => {
          model.onLayout(unfiltered(model.layout));
        }}
      >
        Clear filters
      </Button>
    </EmptyState>
  );
}

// Widgets know no domain, whose own this would be.
function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** A filter in words, as its chip says it: “Title: “port””. */
function describe(column: TableColumn<never>, filter: ColumnFilter): string {
  switch (filter.kind) {
    case 'text':
      return `${column.label}: “${filter.text}”`;
    case 'choice':
      return `${column.label}: ${filter.values.map((value) => value || 'None').join(', ')}`;
    case 'range':
      return `${column.label}: ${ends(filter, column.kind === 'date' ? column.days : null)}`;
  }
}

/** A range in words; days as they were typed. */
function ends({ from, to }: { from: number | null; to: number | null }, days: Days | null): string {
  function shown(value: number): string {
    return days === null ? value.toLocaleString('en-GB') : dayOf(value, days);
  }
  if (from !== null && to !== null) return `${shown(from)} to ${shown(to)}`;
  if (from !== null) return `from ${shown(from)}`;
  return to === null ? 'any' : `to ${shown(to)}`;
}
