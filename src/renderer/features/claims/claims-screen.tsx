import { Grid3x3, Quote } from 'lucide-react';
import { useMemo } from 'react';
import { z } from 'zod';
import { useOffer } from '../../state/actions.ts';
import { goTo } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keys } from '../../ui/keys.tsx';
import { InspectorToggle, RecordTable, useRecordTable } from '../record-table/index.ts';
import { ClaimBulkBar } from './claim-bulk-bar.tsx';
import { claimActions, goToWords } from './claim-actions.ts';
import { claimColumns, initialClaimLayout } from './claim-columns.tsx';
import { useClaimRows } from './claim-rows.ts';
import { GradeMatrix } from './grade-matrix.tsx';
import styles from './claims.module.css';

const Panels = z.strictObject({ matrix: z.boolean(), inspector: z.boolean() });
const initialPanels: z.infer<typeof Panels> = { matrix: false, inspector: true };

/** The table of all claims. */
export function ClaimsScreen() {
  const rows = useClaimRows();
  const [panels, setPanels] = useViewState('claims/panels', Panels, initialPanels);
  const table = useRecordTable({
    screen: 'claims',
    columns: claimColumns,
    rows,
    initialLayout: initialClaimLayout,
  });
  const { targets, onSearch } = table;
  const isReadOnly = useReadOnly();
  const actions = useMemo(
    () =>
      claimActions({
        targets: targets.map(({ id }) => id),
        isReadOnly,
        onSearch,
        onToggleMatrix: () => {
          setPanels({ ...panels, matrix: !panels.matrix });
        },
      }),
    [targets, isReadOnly, onSearch, panels, setPanels],
  );
  useOffer(actions);

  return (
    <RecordTable
      table={table}
      title="Claims"
      noun="claim"
      searchLabel="Search the claims"
      tools={
        <>
          <IconButton
            label="Admiralty matrix"
            keys="M"
            icon={Grid3x3}
            isSelected={panels.matrix}
            onPress={() => {
              setPanels({ ...panels, matrix: !panels.matrix });
            }}
          />
          <InspectorToggle
            isShown={panels.inspector}
            onChange={(inspector) => {
              setPanels({ ...panels, inspector });
            }}
          />
        </>
      }
      bulk={<ClaimBulkBar table={table} />}
      onOpen={({ id }) => {
        goToWords(id);
      }}
      empty={<NoClaims />}
      isInspecting={panels.inspector}
    >
      {panels.matrix && (
        <div className={styles['matrix']}>
          <GradeMatrix />
        </div>
      )}
    </RecordTable>
  );
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
