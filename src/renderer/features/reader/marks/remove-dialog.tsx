import { claimsLostWith } from '../../../../domain/records/highlight/commands.ts';
import { currentView } from '../../../state/replica.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import type { Marking } from './use-marking.ts';
import styles from './remove-dialog.module.css';

/** Says which claims go with a highlight before it is removed; nothing while none is being removed. */
export function RemoveDialog({ marking }: { readonly marking: Marking }) {
  const { removing } = marking;
  if (removing === null) return null;
  // Read while the dialog is drawn: it is modal, so the analyst changes nothing meanwhile.
  const claims = claimsLostWith(currentView(), new Set([removing.id]));
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
      onConfirm={marking.confirmRemoval}
      onClose={marking.cancelRemoval}
    >
      <p>
        {claims.length === 1
          ? 'No other words of its document hold this claim, which goes too:'
          : 'No other words of their document hold these claims, which go too:'}
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
