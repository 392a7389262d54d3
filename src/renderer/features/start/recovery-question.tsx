import { useRecovery } from '../../state/recovery.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RecoveryDetails } from '../recovery/index.ts';
import { dismissQuestions, openRecovered } from './opening.ts';
import styles from './start-screen.module.css';

/**
 * Asks what to do about a damaged case, after saying what can be recovered of it and what is missing. Nothing was
 * written so far, so leaving it unanswered leaves the folder as it is (`adr/0007`).
 */
export function RecoveryQuestion() {
  const question = useRecovery((state) => state.question);
  return (
    <Dialog
      title="This case is damaged"
      role="alertdialog"
      isOpen={question !== null}
      isWide
      onClose={dismissQuestions}
      actions={
        <>
          <Button onPress={dismissQuestions}>Cancel</Button>
          <Button
            onPress={() => {
              void openRecovered(true);
            }}
          >
            Only look at it
          </Button>
          <Button
            kind="primary"
            onPress={() => {
              void openRecovered(false);
            }}
          >
            Recover it
          </Button>
        </>
      }
    >
      {question !== null && (
        <>
          <p className={styles['damaged']} dir="auto">
            {question.facts.path}
          </p>
          <RecoveryDetails report={question.facts.report} />
          <p>
            Nothing was changed so far. If you have a copy of this case, open that first and see
            whether it has more.
          </p>
        </>
      )}
    </Dialog>
  );
}
