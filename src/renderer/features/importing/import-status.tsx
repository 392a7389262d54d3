import { ProgressCard } from '../../ui/progress-card.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';
import { cancelImport, useImports } from './imports.ts';
import { PasteDialog } from './paste-dialog.tsx';

/** The import under way, in a corner, and the dialogs around it. */
export function ImportStatus() {
  const progress = useImports((state) => state.progress);
  return (
    <>
      {progress !== null && (
        <ProgressCard
          label="Import"
          done={progress.done}
          total={progress.total}
          current={progress.current}
          onCancel={() => void cancelImport()}
        >
          Importing {progress.done + 1} of {progress.total}
        </ProgressCard>
      )}
      <ImportReportDialog />
      <PasteDialog />
    </>
  );
}
