import { useMemo } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { TableColumn } from './column.ts';
import { ColumnFilterEditor } from './column-filter.tsx';
import {
  isShown,
  movedTo,
  resized,
  sortedAlsoBy,
  toggledColumn,
  toggledGroup,
  toggledPin,
} from './layout.ts';
import { type MenuEntry, MenuEntries } from '../menu-button.tsx';
import type { DataTableModel, DrawnColumn } from './use-data-table.ts';
import list from '../list.module.css';
import styles from './table.module.css';

/** What is open over the header: a column's menu or its filter, and the header cell it hangs from. */
export interface OpenPopover {
  readonly column: string;
  readonly kind: 'menu' | 'filter';
  readonly anchor: HTMLElement;
}

export interface ColumnPopoverProps<R extends object> {
  readonly model: DataTableModel<R>;
  readonly popover: OpenPopover;
  readonly onFilter: () => void;
  readonly onClose: () => void;
}

/** All that can be done with a column, from its menu; and its filter. */
export function ColumnPopover<R extends object>(props: ColumnPopoverProps<R>) {
  const { model, popover, onClose, onFilter } = props;
  // The popover wants a reference; the header cell is known only once it was pressed.
  const anchor = useMemo(() => ({ current: popover.anchor }), [popover.anchor]);
  const column = model.columns.get(popover.column);
  if (column === undefined) return null;
  return (
    <Popover
      className={list['popover'] ?? ''}
      triggerRef={anchor}
      placement="bottom start"
      offset={2}
      isOpen
      onOpenChange={onClose}
      // A filter is a dialog with a name of its own.
      {...(popover.kind === 'menu' ? { 'aria-label': `Column ${column.label}` } : {})}
    >
      {popover.kind === 'menu' ? (
        <MenuEntries
          label={`Column ${column.label}`}
          entries={entriesFor(model, column, onFilter)}
          onClose={onClose}
        />
      ) : (
        <Dialog aria-label={`Filter by ${column.label}`} className={styles['filter'] ?? ''}>
          <ColumnFilterEditor model={model} column={column} onClose={onClose} />
        </Dialog>
      )}
    </Popover>
  );
}

// One press of "Wider" or "Narrower", in pixels.
const step = 40;

/** The entries of a column's menu. Each makes another layout; the table follows. */
function entriesFor<R extends object>(
  model: DataTableModel<R>,
  column: TableColumn<R>,
  onFilter: () => void,
): MenuEntry[] {
  const { layout, onLayout, drawn } = model;
  const { id } = column;
  const index = drawn.findIndex((other) => other.column.id === id);
  const isPinned = layout.pinned.includes(id);
  const isGrouped = layout.group.includes(id);
  const width = drawn[index]?.width ?? column.width;

  function sort(desc: boolean): void {
    onLayout({ ...layout, sort: [{ id, desc }] });
  }

  function moveEntry(label: string, side: 'before' | 'after'): MenuEntry {
    // The neighbour on the screen: a hidden column in between is passed over.
    const neighbour: DrawnColumn<R> | undefined = drawn[index + (side === 'before' ? -1 : 1)];
    return {
      id: side,
      label,
      isDisabled: neighbour === undefined,
      onAction: () => {
        if (neighbour === undefined) return;
        onLayout(movedTo(layout, model.columns.all, id, { id: neighbour.column.id, side }));
      },
    };
  }

  return [
    {
      id: 'ascending',
      label: 'Sort ascending',
      keys: 'Enter',
      onAction: () => {
        sort(false);
      },
    },
    {
      id: 'descending',
      label: 'Sort descending',
      onAction: () => {
        sort(true);
      },
    },
    {
      id: 'also',
      label: 'Also sort by this',
      keys: 'Shift+Enter',
      onAction: () => {
        onLayout(sortedAlsoBy(layout, id));
      },
    },
    'separator',
    { id: 'filter', label: 'Filter…', onAction: onFilter },
    ...(column.isGroupable === true
      ? [
          {
            id: 'group',
            label: isGrouped ? 'Do not group by this' : 'Group by this',
            onAction: () => {
              onLayout(toggledGroup(layout, id));
            },
          },
        ]
      : []),
    'separator',
    {
      id: 'pin',
      label: isPinned ? 'Unpin' : 'Pin at the left',
      onAction: () => {
        onLayout(toggledPin(layout, id));
      },
    },
    moveEntry('Move left', 'before'),
    moveEntry('Move right', 'after'),
    {
      id: 'wider',
      label: 'Wider',
      onAction: () => {
        onLayout(resized(layout, id, width + step));
      },
    },
    {
      id: 'narrower',
      label: 'Narrower',
      onAction: () => {
        onLayout(resized(layout, id, width - step));
      },
    },
    'separator',
    {
      id: 'hide',
      label: 'Hide',
      // A table without columns has no header to bring them back from.
      isDisabled: drawn.length < 2 || !isShown(layout, id),
      onAction: () => {
        onLayout(toggledColumn(layout, id));
      },
    },
  ];
}
