import { Check, Columns3, Rows3, Search } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../button.tsx';
import { MenuButton } from '../menu-button.tsx';
import { isShown, toggledColumn, toggledGroup } from './layout.ts';
import type { DataTableModel } from './use-data-table.ts';
import list from '../list.module.css';
import toolbar from '../toolbar.module.css';
import table from './table.module.css';
import styles from './table-toolbar.module.css';

export interface TableToolbarProps<R extends object> {
  readonly model: DataTableModel<R>;
  readonly title: string;
  /** What the search is for: "Search the claims". */
  readonly searchLabel: string;
  readonly searchRef?: Ref<HTMLInputElement>;
  /** Buttons of the screen, at the end. */
  readonly children?: ReactNode;
}

/** The heading of a table: search, grouping, which columns, and the screen's own buttons. */
export function TableToolbar<R extends object>(props: TableToolbarProps<R>) {
  const { model, title, searchLabel, searchRef, children } = props;
  const { layout, onLayout } = model;
  const groupable = model.columns.all.filter((column) => column.isGroupable === true);
  return (
    <header className={styles['toolbar']}>
      <h1 className={toolbar['title']}>{title}</h1>
      <label className={toolbar['search']}>
        <Search size={15} aria-hidden />
        <input
          type="search"
          dir="auto"
          {...(searchRef === undefined ? {} : { ref: searchRef })}
          aria-label={searchLabel}
          placeholder={searchLabel}
          value={layout.search}
          onChange={(event) => {
            onLayout({ ...layout, search: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            // From the search to what it found, all of it: the next key may change whatever is shown.
            model.settleSearch();
            event.currentTarget
              .closest('section')
              ?.querySelector<HTMLElement>('[data-grid]')
              ?.focus();
          }}
        />
      </label>
      {groupable.length > 0 && (
        <CheckMenu
          label="Group"
          icon={Rows3}
          entries={groupable}
          chosen={layout.group}
          onToggle={(id) => {
            onLayout(toggledGroup(layout, id));
          }}
        />
      )}
      <CheckMenu
        label="Columns"
        icon={Columns3}
        entries={model.columns.all}
        chosen={model.columns.all.map(({ id }) => id).filter((id) => isShown(layout, id))}
        onToggle={(id) => {
          onLayout(toggledColumn(layout, id));
        }}
      />
      <MenuButton
        label="View"
        hasText
        kind="quiet"
        entries={[
          {
            id: 'density',
            label: layout.isCompact ? 'Comfortable rows' : 'Compact rows',
            onAction: () => {
              onLayout({ ...layout, isCompact: !layout.isCompact });
            },
          },
          {
            id: 'reset',
            label: 'Reset layout',
            onAction: () => {
              onLayout(model.initialLayout);
            },
          },
        ]}
      />
      <div className={styles['actions']}>{children}</div>
    </header>
  );
}

interface CheckMenuProps {
  readonly label: string;
  readonly icon: typeof Rows3;
  readonly entries: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}

/** A menu of which several entries can be ticked, and which stays open meanwhile. */
function CheckMenu({ label, icon, entries, chosen, onToggle }: CheckMenuProps) {
  return (
    <MenuTrigger>
      <Button kind="quiet" icon={icon}>
        {label}
      </Button>
      <Popover className={list['popover'] ?? ''} offset={4}>
        <Menu
          aria-label={label}
          className={list['list'] ?? ''}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            // react-aria tells the whole selection; the one entry that differs is what was pressed.
            const wanted = keys === 'all' ? new Set(entries.map(({ id }) => id)) : keys;
            const changed = entries.find(({ id }) => wanted.has(id) !== chosen.includes(id));
            // A table without columns could not be brought back from its header.
            if (changed !== undefined && (wanted.size > 0 || label === 'Group')) {
              onToggle(changed.id);
            }
          }}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={`${list['item'] ?? ''} ${styles['checkItem'] ?? ''}`}
            >
              {({ isSelected }) => (
                <>
                  <span className={table['mark']}>
                    {isSelected && <Check size={12} strokeWidth={3} aria-hidden />}
                  </span>
                  {entry.label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
