import { Grid3x3, PanelRight, Quote } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { ClaimId } from '../../../domain/core/ids.ts';
import { useOffer } from '../../state/actions.ts';
import { goTo, select, useSelected } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keys } from '../../ui/keys.tsx';
import {
  DataTable,
  NothingMatches,
  TableStatus,
  TableToolbar,
  useDataTable,
} from '../../ui/table/index.ts';
import { Inspector } from '../inspector/index.ts';
import { BulkBar } from './bulk-bar.tsx';
import { claimActions, goToWords } from './claim-actions.ts';
import { claimColumns, initialClaimLayout } from './claim-columns.tsx';
import { useClaimLayout } from './claim-filters.ts';
import { type ClaimRow, useClaimRows } from './claim-rows.ts';
import { GradeMatrix } from './grade-matrix.tsx';
import screen from '../../ui/screen.module.css';
import styles from './claims.module.css';

const Panels = z.strictObject({ matrix: z.boolean(), inspector: z.boolean() });
const initialPanels: z.infer<typeof Panels> = { matrix: false, inspector: true };

/** The table of all claims. */
export function ClaimsScreen() {
  const rows = useClaimRows();
  const [layout, onLayout] = useClaimLayout();
  const [panels, setPanels] = useViewState('claims/panels', Panels, initialPanels);
  const model = useDataTable({
    columns: claimColumns,
    rows,
    rowId,
    layout,
    onLayout,
    initialLayout: initialClaimLayout,
  });
  const { shown } = model;
  const focused = useSelected('claims');
  const isReadOnly = useReadOnly();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // Rows that a filter hides are not changed behind the analyst's back.
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : shown().filter(({ id }) => selected.has(id))),
    [shown, selected],
  );
  const [search, setSearch] = useState<HTMLInputElement | null>(null);
  const actions = useMemo(
    () =>
      claimActions({
        targets: chosen.length > 0 ? chosen.map(({ id }) => id) : focusedClaim(rows, focused),
        isReadOnly,
        onSearch: () => search?.focus(),
        onToggleMatrix: () => {
          setPanels({ ...panels, matrix: !panels.matrix });
        },
      }),
    [chosen, rows, focused, isReadOnly, search, panels, setPanels],
  );
  useOffer(actions);

  return (
    <div className={screen['screen']}>
      <section className={screen['main']} aria-label="Claims">
        <TableToolbar
          model={model}
          title="Claims"
          searchLabel="Search the claims"
          searchRef={setSearch}
        >
          <IconButton
            label="Admiralty matrix"
            keys="M"
            icon={Grid3x3}
            isSelected={panels.matrix}
            onPress={() => {
              setPanels({ ...panels, matrix: !panels.matrix });
            }}
          />
          <IconButton
            label="Inspector"
            icon={PanelRight}
            isSelected={panels.inspector}
            onPress={() => {
              setPanels({ ...panels, inspector: !panels.inspector });
            }}
          />
        </TableToolbar>
        {chosen.length > 0 && !isReadOnly && (
          <BulkBar
            chosen={chosen}
            onClear={() => {
              setSelected(new Set());
            }}
          />
        )}
        {panels.matrix && (
          <div className={styles['matrix']}>
            <GradeMatrix />
          </div>
        )}
        <DataTable
          model={model}
          label="Claims"
          selected={selected}
          onSelect={setSelected}
          focused={focused}
          onFocusRow={(id) => {
            const row = rows.find((candidate) => candidate.id === id);
            if (row !== undefined) select('claims', row.id);
          }}
          onOpen={({ id }) => {
            goToWords(id);
          }}
          empty={rows.length === 0 ? <NoClaims /> : <NothingMatches model={model} noun="claim" />}
        />
        <TableStatus model={model} noun="claim" selectedCount={chosen.length} />
      </section>
      {panels.inspector && focused !== null && <Inspector screen="claims" id={focused} />}
    </div>
  );
}

function rowId({ id }: ClaimRow): string {
  return id;
}

function focusedClaim(rows: readonly ClaimRow[], focused: string | null): ClaimId[] {
  const row = rows.find(({ id }) => id === focused);
  return row === undefined ? [] : [row.id];
}

function NoClaims() {
  return (
    <EmptyState
      title="What do the documents claim?"
      text={
        <>
          A claim is one checkable assertion with the chain of those who make it. Select words in
          the reader and press <Keys keys="C" />; every claim then stands here, to be sorted, rated
          and compared.
        </>
      }
    >
      <Button
        kind="primary"
        icon={Quote}
        onPress={() => {
          goTo('reader');
        }}
      >
        Go to the reader
      </Button>
    </EmptyState>
  );
}
