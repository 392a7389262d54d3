import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './dialog-list.module.css';

interface MergeDialogProps<Id> {
  readonly title: string;
  /** The record to keep, or null before one is chosen. */
  readonly keep: Id | null;
  /** What will happen, in sentences; null before a record to keep is chosen. */
  readonly effects: readonly string[] | null;
  /** Where the record to keep is chosen. */
  readonly children: ReactNode;
  readonly onMerge: (into: Id) => void;
  readonly onClose: () => void;
}

/** Asks which record another is to be taken into, and says what that will change. */
export function MergeDialog<Id>(props: MergeDialogProps<Id>) {
  const { title, keep, effects, children, onMerge, onClose } = props;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            isDisabled={keep === null}
            onPress={() => {
              if (keep === null) return;
              onClose();
              onMerge(keep);
            }}
          >
            Merge
          </Button>
        </>
      }
    >
      {children}
      {effects !== null && (
        <ul className={styles['list']} aria-label="What will happen">
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
