import { ProgressCard } from '../../ui/progress-card.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';
import { cancelImport, useImports } from './imports.ts';
import { PasteDialog } from './paste-dialog.tsx';

/** The imports under way, each on a card in a corner, and the dialogs around it. */
export function ImportStatus() {
  const underWay = useImports((state) => state.underWay);
  return (
    <>
      {[...underWay].map(([job, { done, total, current }]) => (
        <ProgressCard
          key={job}
          label="Import"
          done={done}
          total={total}
          current={current}
          onCancel={() => void cancelImport(job)}
        >
          Importing {done + 1} of {total}
        </ProgressCard>
      ))}
      <ImportReportDialog />
      <PasteDialog />
    </>
  );
}
