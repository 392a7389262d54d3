/** A table of ships for the tests of tables, put together as the screens put theirs together. */
import { useState } from 'react';
import { type Locator, page, userEvent } from 'vitest/browser';
import { EmptyState } from '../empty-state.tsx';
import type { TableColumn } from '../table/column.ts';
import { ColumnSet } from '../table/column-set.ts';
import { DataTable } from '../table/data-table.tsx';
import { type TableLayout, tableLayout } from '../table/layout.ts';
import { NothingMatches, TableStatus } from '../table/table-status.tsx';
import { TableToolbar } from '../table/table-toolbar.tsx';
import { useDataTable } from '../table/use-data-table.ts';
import screen from '../screen.module.css';

export interface Ship {
  readonly id: string;
  readonly name: string;
  readonly flag: string;
  /** In tons; null where nobody knows. */
  readonly tons: number | null;
  /** When it was launched, in milliseconds since 1970 UTC. */
  readonly launched: number | null;
}

/** Ships in no order at all. */
export const ships: readonly Ship[] = [
  ship('Zora', 'Malta', 1_200, '1999-05-04'),
  ship('Ada', 'Panama', 300, '2011-01-31'),
  ship('mira 10', 'Malta', null, null),
  ship('Mira 2', 'Norway', 90, '2011-02-01'),
  ship('Émile', 'Panama', 5_000, '1987-12-31'),
];

/** A ship whose name is its id as well. */
export function ship(name: string, flag: string, tons: number | null, day: string | null): Ship {
  return { id: name, name, flag, tons, launched: day === null ? null : Date.parse(day) };
}

/** So many ships, "Ship 0" and on, in the order of their names. */
export function fleet(count: number): Ship[] {
  return Array.from({ length: count }, (_, index) =>
    ship(`Ship ${index}`, index % 3 === 0 ? 'Malta' : 'Norway', index, '2000-01-01'),
  );
}

/** The names that were drawn, in order, since the test last emptied it. */
export const drawnNames: string[] = [];

const columns: readonly TableColumn<Ship>[] = [
  {
    id: 'name',
    label: 'Name',
    kind: 'text',
    width: 240,
    text: ({ name }) => name,
    cell: ({ name }) => {
      drawnNames.push(name);
      return name;
    },
  },
  {
    id: 'flag',
    label: 'Flag',
    kind: 'choice',
    width: 120,
    isGroupable: true,
    text: ({ flag }) => flag,
    values: ({ flag }) => [flag],
  },
  {
    id: 'tons',
    label: 'Tons',
    kind: 'number',
    width: 100,
    text: ({ tons }) => String(tons ?? ''),
    number: ({ tons }) => tons,
  },
  {
    id: 'launched',
    label: 'Launched',
    kind: 'date',
    days: 'utc',
    width: 140,
    text: ({ launched }) =>
      launched === null ? '' : new Date(launched).toISOString().slice(0, 10),
    number: ({ launched }) => launched,
  },
];

interface ShipTableProps {
  readonly rows?: readonly Ship[];
  readonly layout?: Partial<TableLayout>;
  /** The ship that something else has chosen. */
  readonly chosen?: string | null;
  readonly onOpen?: (ship: Ship) => void;
  readonly hasDetails?: boolean;
}

/** Says below the table which ship is in the inspector and which are selected. */
export function ShipTable(props: ShipTableProps) {
  const { rows = ships, chosen = null, hasDetails = false } = props;
  const initialLayout = useState(() => tableLayout(props.layout))[0];
  const [columnSet] = useState(() => new ColumnSet(columns));
  const [layout, onLayout] = useState(initialLayout);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState(chosen);
  const [lastChosen, setLastChosen] = useState(chosen);
  if (chosen !== lastChosen) {
    setLastChosen(chosen);
    setFocused(chosen);
  }
  const model = useDataTable({
    columns: columnSet,
    rows,
    rowId: shipId,
    layout,
    onLayout,
    initialLayout,
    hasDetails,
  });
  return (
    <div style={{ height: 640, display: 'flex' }}>
      <section className={screen['main']} aria-label="Ships">
        <TableToolbar model={model} title="Ships" searchLabel="Search the ships" />
        <DataTable
          model={model}
          label="Ships"
          selected={selected}
          onSelect={setSelected}
          focused={focused}
          onFocusRow={setFocused}
          onOpen={(opened) => props.onOpen?.(opened)}
          details={({ name }) => <p style={{ height: 100 }}>All of {name}</p>}
          empty={
            rows.length === 0 ? (
              <EmptyState title="No ships yet" text="They come with the tide." />
            ) : (
              <NothingMatches model={model} noun="ship" />
            )
          }
        />
        <TableStatus model={model} noun="ship" selectedCount={selected.size} />
        <output aria-label="In the inspector">{focused ?? 'nothing'}</output>
        <output aria-label="Selected">{[...selected].join(', ')}</output>
      </section>
    </div>
  );
}

function shipId({ id }: Ship): string {
  return id;
}

export const grid = page.getByRole('grid', { name: 'Ships' });
export const count = page.getByRole('status').first();
export const inspected = page.getByRole('status', { name: 'In the inspector' });
export const selectedNames = page.getByRole('status', { name: 'Selected' });

/** A header cell by its label. */
export function header(label: string): Locator {
  return page.getByRole('columnheader', { name: new RegExp(`^${label}`) });
}

/** What a column, the names unless another is given, shows from top to bottom. */
export function shownIn(label = 'Name'): string[] {
  const index = header(label).element().getAttribute('aria-colindex') ?? '';
  const cells = document.querySelectorAll(`[role="gridcell"][aria-colindex="${index}"]`);
  return [...cells].map((cell) => cell.textContent);
}

/** The words of the cell that the keys act on, as it is read out. */
export function activeWords(): string {
  const id = document.querySelector('[data-grid]')?.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent ?? '';
}

/** Chooses from the menu of a column by mouse. */
export async function chooseFromMenu(label: string, entry: string): Promise<void> {
  await header(label).hover();
  await page.getByRole('button', { name: `Menu of the column ${label}` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Goes to the grid as one does by keyboard from the search field: to its first cell. */
export async function enterGrid(): Promise<void> {
  await page.getByRole('searchbox').click();
  await userEvent.keyboard('{ArrowDown}');
}
