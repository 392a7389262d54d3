import type { Highlight } from '../../../domain/records/highlight/record.ts';
import { currentView } from '../../state/replica.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { claimsLostWith } from './reader-commands.ts';
import styles from './reader-screen.module.css';

interface RemoveDialogProps {
  /** The highlight to be removed; null: nothing is asked. */
  readonly highlight: Highlight | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says which claims go with a highlight before it is removed. */
export function RemoveDialog({ highlight, onConfirm, onClose }: RemoveDialogProps) {
  if (highlight === null) return null;
  const claims = claimsLostWith(currentView(), highlight.id);
  return (
    <ConfirmDialog
      title={
        claims.length === 1
          ? 'Remove the highlight and its claim?'
          : 'Remove the highlight and its claims?'
      }
      isOpen
      confirm="Remove"
      isDanger
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        No other words hold {claims.length === 1 ? 'this claim' : 'these claims'}, which go too:
      </p>
      <ul className={styles['lost']}>
        {claims.map(({ id, statement }) => (
          <li key={id} dir="auto">
            {statement}
          </li>
        ))}
      </ul>
      <p>Undo brings everything back.</p>
    </ConfirmDialog>
  );
}
