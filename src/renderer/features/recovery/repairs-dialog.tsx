import { useMemo } from 'react';
import type { RecoveryReport } from '../../../contract/recovery.ts';
import { type Action, useOffer } from '../../state/actions.ts';
import { showRepairs, useRecovery } from '../../state/recovery.ts';
import { useReplicaStore } from '../../state/replica.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { momentOf } from '../../ui/moment.ts';
import { RecoveryDetails } from './recovery-details.tsx';
import styles from './recovery.module.css';

const offered: readonly Action[] = [
  { id: 'case/repairs', label: 'Repairs of this case…', group: 'Case', perform: showRepairs },
];
const none: readonly Action[] = [];

/**
 * What opening this case found and repaired, now and earlier. It is opened by itself when opening has found something
 * that cannot be said in a line (`tellReport`).
 */
export function RepairsDialog() {
  const isShown = useRecovery((state) => state.isShown);
  const reports = useReports();
  // Constants, because offers are compared by identity.
  useOffer(reports.length > 0 ? offered : none);
  return (
    <Dialog
      title="Repairs of this case"
      isOpen={isShown && reports.length > 0}
      isWide
      onClose={hide}
      actions={
        <Button kind="primary" onPress={hide}>
          Close
        </Button>
      }
    >
      {reports.map((report) => (
        <article key={report.at} className={styles['repair']}>
          <p className={styles['quiet']}>{momentOf(report.at)}</p>
          <RecoveryDetails report={report} />
        </article>
      ))}
    </Dialog>
  );
}

// This opening's report is kept in the folder only if something was kept aside.
function useReports(): readonly RecoveryReport[] {
  const report = useReplicaStore(({ replica }) => replica?.report ?? null);
  const repairs = useReplicaStore(({ replica }) => replica?.repairs);
  return useMemo(() => {
    const kept = repairs ?? [];
    const isKept = report === null || kept.some(({ at }) => at === report.at);
    return isKept ? kept : [report, ...kept];
  }, [report, repairs]);
}

function hide(): void {
  useRecovery.setState({ isShown: false });
}
