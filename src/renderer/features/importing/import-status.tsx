import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { ImportProgress } from '../../../contract/imports.ts';
import { Button } from '../../ui/button.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';
import styles from './import-status.module.css';
import { cancelImport, useImports } from './imports.ts';
import { PasteDialog } from './paste-dialog.tsx';

// What is over sooner than this needs no progress.
const patience = 400;

/** The import under way, in a corner, and the dialogs around it. */
export function ImportStatus() {
  const progress = useImports((state) => state.progress);
  return (
    <>
      {progress !== null && <Progress progress={progress} />}
      <ImportReportDialog />
      <PasteDialog />
    </>
  );
}

function Progress({ progress }: { progress: ImportProgress }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsShown(true);
    }, patience);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isShown) return null;
  const { done, total, current } = progress;
  return (
    <div className={styles['progress']}>
      <ProgressBar aria-label="Import" value={done} maxValue={total}>
        {({ percentage }) => (
          <div className={styles['track']}>
            <div className={styles['fill']} style={{ width: `${percentage ?? 0}%` }} />
          </div>
        )}
      </ProgressBar>
      <div className={styles['line']}>
        <span>
          Importing {done + 1} of {total}
        </span>
        <Button onPress={() => void cancelImport()}>Cancel</Button>
      </div>
      <span className={styles['name']} dir="auto">
        {current}
      </span>
    </div>
  );
}
