import type { ImportOutcome } from '../../../contract/imports.ts';
import { openReader } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './import-report.module.css';
import { useImports } from './imports.ts';

function close(): void {
  useImports.setState({ report: null });
}

/** What became of an import in which something needs a word: failures first, then files that were there already. */
export function ImportReportDialog() {
  const report = useImports((state) => state.report);
  const outcomes = report?.outcomes ?? [];
  const failed = outcomes.filter((outcome) => outcome.status === 'failed');
  const known = outcomes.filter((outcome) => outcome.status === 'known');
  // What was imported is counted and not listed: it is in the table behind the dialog.
  const imported = outcomes.length - failed.length - known.length;
  return (
    <Dialog
      title={failed.length > 0 ? 'Some files were not imported' : 'Already in the case'}
      isOpen={report !== null}
      onClose={close}
      isWide
      actions={
        <Button kind="primary" autoFocus onPress={close}>
          Done
        </Button>
      }
    >
      <p className={styles['summary']}>
        {imported} imported, {known.length} already in the case, {failed.length} not imported.
      </p>
      <ul className={styles['outcomes']}>
        {[...failed, ...known].map((outcome, index) => (
          // Two files of different folders may have one name.
          <Outcome key={`${outcome.name}-${index}`} outcome={outcome} />
        ))}
      </ul>
    </Dialog>
  );
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  return (
    <li className={styles['outcome']}>
      <span className={styles['file']} dir="auto">
        {outcome.name}
      </span>
      {outcome.status === 'failed' ? (
        <span className={styles['word']}>{outcome.error.message}</span>
      ) : (
        <span className={styles['line']}>
          <span className={styles['word']}>This very file is in the case already.</span>
          <Button
            onPress={() => {
              close();
              // One file may have become several documents; the first is what it mainly is.
              openReader(outcome.documents[0]);
            }}
          >
            Read it
          </Button>
        </span>
      )}
    </li>
  );
}
