import type { Source } from '../../../../domain/records/source/record.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, select } from '../../../state/navigation.ts';
import { currentView } from '../../../state/replica.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.tsx';
import { listed } from '../parts/consequences.ts';
import { usesOf } from './source-uses.ts';

interface RemoveSourceDialogProps {
  readonly screen: Screen;
  readonly source: Source;
  readonly onClose: () => void;
  readonly onMerge: () => void;
}

/** Removes a source that nothing cites; for one that is cited, says by what, and offers to merge it instead. */
export function RemoveSourceDialog({ screen, source, onClose, onMerge }: RemoveSourceDialogProps) {
  const uses = usesOf(currentView(), source.id);
  const along = listed(uses, ['rating']);

  async function remove(): Promise<void> {
    const outcome = await run('source/remove', { source: source.id });
    if (outcome !== null) select(screen, null);
  }

  if (uses.claim + uses.document > 0) {
    return (
      <Dialog
        title={`“${source.name}” cannot be removed`}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>Close</Button>
            <Button kind="primary" onPress={onMerge}>
              Merge it instead…
            </Button>
          </>
        }
      >
        <p>
          It is in use: {listed(uses, ['claim', 'document'])} would no longer say who speaks. If it
          is the same as another source, merge the two: everything that names this one will name the
          other.
        </p>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={`Remove “${source.name}”?`}
      isOpen
      confirm="Remove"
      isDanger
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      <p>
        No claim and no document names it. {along !== '' && `Its ${along} will go too. `}
        {uses.source > 0 && `${listed(uses, ['source'])} will belong to nobody. `}
        Undo brings it back.
      </p>
    </ConfirmDialog>
  );
}
