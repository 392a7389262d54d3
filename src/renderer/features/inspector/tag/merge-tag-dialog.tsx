import { useState } from 'react';
import { childrenOf } from '../../../../domain/records/tag/commands.ts';
import { counted } from '../../../../domain/core/counted.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Tag, TagId } from '../../../../domain/records/tag/record.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, select } from '../../../state/navigation.ts';
import { currentView } from '../../../state/replica.ts';
import { TagPicker } from '../../pickers/index.ts';
import { listed, removalOf } from '../parts/consequences.ts';
import { MergeDialog } from '../parts/merge-dialog.tsx';

interface MergeTagDialogProps {
  readonly screen: Screen;
  /** The tag that will be taken into another. */
  readonly tag: Tag;
  readonly onClose: () => void;
}

/** Takes a tag into another as one step, after saying what that will change. */
export function MergeTagDialog({ screen, tag, onClose }: MergeTagDialogProps) {
  const [keep, setKeep] = useState<TagId | null>(null);
  const view = currentView();
  const kept = keep === null ? undefined : view.get(keep);

  async function merge(into: TagId): Promise<void> {
    const outcome = await run('tag/merge', { keep: into, merge: tag.id });
    if (outcome !== null) select(screen, into);
  }

  return (
    <MergeDialog
      title={`Merge “${tag.name}” into another tag`}
      keep={keep}
      effects={kept === undefined ? null : mergeEffects(view, kept, tag)}
      onMerge={(into) => void merge(into)}
      onClose={onClose}
    >
      <TagPicker
        label="Tag to keep"
        canCreate={false}
        without={withinTag(view, tag.id)}
        placeholder={kept?.name ?? 'Choose a tag…'}
        autoFocus
        onPick={setKeep}
      />
    </MergeDialog>
  );
}

function mergeEffects(view: CaseView, kept: Tag, merged: Tag): string[] {
  const uses = listed(removalOf(view, [merged.id]).changed, ['highlight', 'claim']);
  const children = childrenOf(view, merged.id).length;
  return [
    uses === '' ? `“${merged.name}” is on nothing.` : `${uses} will have “${kept.name}” instead.`,
    ...(children === 0
      ? []
      : [`${counted(children, 'tag')} under it will move into “${kept.name}”.`]),
    `The definition, colour and key of “${merged.name}” go; those of “${kept.name}” stay.`,
    'It is one step: Undo brings both back.',
  ];
}

// A tag cannot be taken into one that is inside it.
function withinTag(view: CaseView, tag: TagId): TagId[] {
  return [tag, ...childrenOf(view, tag).flatMap(({ id }) => withinTag(view, id))];
}
