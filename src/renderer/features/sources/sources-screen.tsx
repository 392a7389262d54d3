import { useMemo } from 'react';
import { z } from 'zod';
import { useOffer } from '../../state/actions.ts';
import { goTo } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GradeMatrix } from '../claims/index.ts';
import { InspectorToggle, RecordTable, useRecordTable } from '../record-table/index.ts';
import { sourceActions } from './source-actions.ts';
import { initialSourceLayout, sourceColumns } from './source-columns.tsx';
import { SourceDetails } from './source-details.tsx';
import { useSourceRows } from './source-rows.ts';
import styles from './sources.module.css';

const Panels = z.strictObject({ matrix: z.boolean(), inspector: z.boolean() });
const initialPanels: z.infer<typeof Panels> = { matrix: true, inspector: true };

/** The source-reliability table, and the Admiralty matrix of all claims above it. */
export function SourcesScreen() {
  const rows = useSourceRows();
  const [panels, setPanels] = useViewState('sources/panels', Panels, initialPanels);
  const table = useRecordTable({
    screen: 'sources',
    columns: sourceColumns,
    rows,
    initialLayout: initialSourceLayout,
    hasDetails: true,
  });
  const { model, targets, onSearch } = table;
  const isReadOnly = useReadOnly();
  const actions = useMemo(
    () => sourceActions({ targets: targets.map(({ id }) => id), isReadOnly, onSearch }),
    [targets, isReadOnly, onSearch],
  );
  useOffer(actions);

  return (
    <RecordTable
      table={table}
      title="Sources"
      noun="source"
      searchLabel="Search the sources"
      tools={
        <InspectorToggle
          isShown={panels.inspector}
          onChange={(inspector) => {
            setPanels({ ...panels, inspector });
          }}
        />
      }
      onOpen={({ id }) => {
        const { openRecords, shutGroups } = model.unfolded;
        const open = new Set(openRecords);
        if (!open.delete(id)) open.add(id);
        model.setUnfolded({ openRecords: open, shutGroups });
      }}
      details={(row) => <SourceDetails row={row} />}
      empty={<NoSources />}
      isInspecting={panels.inspector}
    >
      {rows.length > 0 && (
        <MatrixPanel
          isOpen={panels.matrix}
          onToggle={() => {
            setPanels({ ...panels, matrix: !panels.matrix });
          }}
        />
      )}
    </RecordTable>
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

function NoSources() {
  return (
    <EmptyState
      title="Who says so?"
      text="Outlets become sources when their documents are imported; everybody else when a claim is attributed to them. Here each is rated from A to F, and its track record drawn from the verdicts on what it claimed."
    />
  );
}
