import { PanelRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { SourceId } from '../../../domain/core/ids.ts';
import { useOffer } from '../../state/actions.ts';
import { goTo, select, useSelected } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import {
  DataTable,
  NothingMatches,
  TableLayout,
  TableStatus,
  TableToolbar,
  useDataTable,
} from '../../ui/table/index.ts';
import { GradeMatrix } from '../claims/index.ts';
import { Inspector } from '../inspector/index.ts';
import { sourceActions } from './source-actions.ts';
import { initialSourceLayout, sourceColumns } from './source-columns.tsx';
import { SourceDetails } from './source-details.tsx';
import { type SourceRow, useSourceRows } from './source-rows.ts';
import screen from '../../ui/screen.module.css';
import styles from './sources.module.css';

const Panels = z.strictObject({ matrix: z.boolean(), inspector: z.boolean() });
const initialPanels: z.infer<typeof Panels> = { matrix: true, inspector: true };

/** The source-reliability table, and the Admiralty matrix of all claims above it. */
export function SourcesScreen() {
  const rows = useSourceRows();
  const [layout, onLayout] = useViewState('sources/table', TableLayout, initialSourceLayout);
  const [panels, setPanels] = useViewState('sources/panels', Panels, initialPanels);
  const model = useDataTable({
    columns: sourceColumns,
    rows,
    rowId,
    layout,
    onLayout,
    initialLayout: initialSourceLayout,
    hasDetails: true,
  });
  const { shown } = model;
  const focused = useSelected('sources');
  const isReadOnly = useReadOnly();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(
    () =>
      selected.size === 0
        ? []
        : shown()
            .filter(({ id }) => selected.has(id))
            .map(({ id }) => id),
    [shown, selected],
  );
  const [search, setSearch] = useState<HTMLInputElement | null>(null);
  const actions = useMemo(
    () =>
      sourceActions({
        targets: chosen.length > 0 ? chosen : focusedSource(rows, focused),
        isReadOnly,
        onSearch: () => search?.focus(),
      }),
    [chosen, rows, focused, isReadOnly, search],
  );
  useOffer(actions);

  return (
    <div className={screen['screen']}>
      <section className={screen['main']} aria-label="Sources">
        <TableToolbar
          model={model}
          title="Sources"
          searchLabel="Search the sources"
          searchRef={setSearch}
        >
          <IconButton
            label="Inspector"
            icon={PanelRight}
            isSelected={panels.inspector}
            onPress={() => {
              setPanels({ ...panels, inspector: !panels.inspector });
            }}
          />
        </TableToolbar>
        {rows.length > 0 && (
          <MatrixPanel
            isOpen={panels.matrix}
            onToggle={() => {
              setPanels({ ...panels, matrix: !panels.matrix });
            }}
          />
        )}
        <DataTable
          model={model}
          label="Sources"
          selected={selected}
          onSelect={setSelected}
          focused={focused}
          onFocusRow={(id) => {
            const row = rows.find((candidate) => candidate.id === id);
            if (row !== undefined) select('sources', row.id);
          }}
          onOpen={({ id }) => {
            const { openRecords, shutGroups } = model.unfolded;
            const open = new Set(openRecords);
            if (!open.delete(id)) open.add(id);
            model.setUnfolded({ openRecords: open, shutGroups });
          }}
          details={(row) => <SourceDetails row={row} />}
          empty={rows.length === 0 ? <NoSources /> : <NothingMatches model={model} noun="source" />}
        />
        <TableStatus model={model} noun="source" selectedCount={chosen.length} />
      </section>
      {panels.inspector && focused !== null && <Inspector screen="sources" id={focused} />}
    </div>
  );
}

function MatrixPanel({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <details className={styles['matrix']} open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          onToggle();
        }}
      >
        Admiralty matrix
      </summary>
      <GradeMatrix
        onChosen={() => {
          goTo('claims');
        }}
      />
    </details>
  );
}

function rowId({ id }: SourceRow): string {
  return id;
}

function focusedSource(rows: readonly SourceRow[], focused: string | null): SourceId[] {
  const row = rows.find(({ id }) => id === focused);
  return row === undefined ? [] : [row.id];
}

function NoSources() {
  return (
    <EmptyState
      title="Who says so?"
      text="Outlets become sources when their documents are imported; everybody else when a claim is attributed to them. Here each is rated from A to F, and its track record drawn from the verdicts on what it claimed."
    />
  );
}
