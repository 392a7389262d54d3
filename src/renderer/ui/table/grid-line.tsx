import type { ReactNode } from 'react';
import type { ColumnRange } from './grid-geometry.ts';
import { DetailRow, GroupRow, RecordRow } from './table-rows.tsx';
import type { DataTableModel } from './use-data-table.ts';

export interface GridLineProps<R extends object> {
  readonly model: DataTableModel<R>;
  readonly selected: ReadonlySet<string>;
  readonly focused: string | null;
  readonly details?: (row: R) => ReactNode;
  readonly gridId: string;
  readonly line: number;
  /** Where the line begins below the header, in pixels. */
  readonly top: number;
  /** How many of the columns, from the first, stay at the left. */
  readonly pinned: number;
  /** Those of the other columns that are drawn. */
  readonly inSight: ColumnRange;
  readonly activeColumn: number | null;
  readonly measure: (element: HTMLElement | null) => void;
}

/** One line of the grid: a record, the heading of a group, or a record's details. */
export function GridLine<R extends object>(props: GridLineProps<R>) {
  const { model, gridId, line, top, activeColumn } = props;
  const item = model.items.at(line);
  if (item === undefined) return null;
  const level = model.isTree && item.kind !== 'detail' ? item.depth + 1 : null;
  const place = { gridId, line, top, level, activeColumn };
  switch (item.kind) {
    case 'group':
      return (
        <GroupRow {...place} item={item} column={model.columns.get(item.column)?.label ?? ''} />
      );
    case 'detail':
      return (
        <DetailRow {...place} measure={props.measure}>
          {props.details?.(item.record)}
        </DetailRow>
      );
    case 'record':
      return (
        <RecordRow
          {...place}
          record={item.record}
          isOpen={item.isOpen}
          columns={model.shownColumns}
          pinned={props.pinned}
          first={props.inSight.first}
          end={props.inSight.end}
          isSelected={props.selected.has(item.id)}
          isFocused={item.id === props.focused}
        />
      );
  }
}
