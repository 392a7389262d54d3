import { useState } from 'react';
import { childrenOf } from '../../../../domain/records/tag/commands.ts';
import { counted } from '../../../../domain/core/counted.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Tag, TagId } from '../../../../domain/records/tag/record.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, select } from '../../../state/navigation.ts';
import { currentView } from '../../../state/replica.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { listed, removalOf } from '../parts/consequences.ts';

interface RemoveTagDialogProps {
  readonly screen: Screen;
  readonly tag: Tag;
  readonly onClose: () => void;
}

type Children = 'move-up' | 'remove';

/** Deletes a tag, after saying what it comes off and asking what becomes of the tags under it. */
export function RemoveTagDialog({ screen, tag, onClose }: RemoveTagDialogProps) {
  const [children, setChildren] = useState<Children>('move-up');
  const view = currentView();
  const below = belowTag(view, tag.id);
  const parent = tag.parent === null ? undefined : view.get(tag.parent);
  const gone = children === 'remove' ? [tag.id, ...below] : [tag.id];
  const { changed } = removalOf(view, gone);
  const uses = listed(changed, ['highlight', 'claim']);

  async function remove(): Promise<void> {
    const outcome = await run('tag/remove', { tag: tag.id, children });
    if (outcome !== null) select(screen, tag.parent);
  }

  return (
    <ConfirmDialog
      title={`Delete the tag “${tag.name}”?`}
      isOpen
      confirm="Delete"
      isDanger
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      {below.length > 0 && (
        <SelectField<Children>
          label={`The ${counted(below.length, 'tag')} under it`}
          value={children}
          options={[
            {
              value: 'move-up',
              label: 'Keep',
              meaning:
                parent === undefined
                  ? 'Its own tags move to the top.'
                  : `Its own tags move up into “${parent.name}”.`,
            },
            { value: 'remove', label: 'Delete too', meaning: 'All of them, down to the last.' },
          ]}
          onChange={setChildren}
        />
      )}
      <p>
        {uses === ''
          ? 'It is on nothing. '
          : `It comes off ${uses}; the words and claims themselves stay. `}
        Undo brings it back.
      </p>
    </ConfirmDialog>
  );
}

function belowTag(view: CaseView, tag: TagId): TagId[] {
  return childrenOf(view, tag).flatMap(({ id }) => [id, ...belowTag(view, id)]);
}
