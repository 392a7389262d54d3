import { useState } from 'react';
import { useReadOnly } from '../../../state/replica.ts';
import type { InspectorProps } from '../../../state/screen.ts';
import { historyEntry } from '../parts/history-entry.ts';
import { Panel } from '../parts/panel.tsx';
import { MergeTagDialog } from './merge-tag-dialog.tsx';
import { RemoveTagDialog } from './remove-tag-dialog.tsx';
import { TagFields } from './tag-fields.tsx';
import { TagUses } from './tag-uses.tsx';

/** A tag: what it stands for, its colour and key, and everything it is on. */
export function TagInspector({ screen, record: tag }: InspectorProps<'tag'>) {
  const isReadOnly = useReadOnly();
  const [asked, setAsked] = useState<'merge' | 'remove' | null>(null);

  function close(): void {
    setAsked(null);
  }

  return (
    <Panel
      screen={screen}
      kind="Tag"
      actions={[
        {
          id: 'merge',
          label: 'Merge into another tag…',
          isDisabled: isReadOnly,
          onAction: () => {
            setAsked('merge');
          },
        },
        historyEntry(tag),
        'separator',
        {
          id: 'remove',
          label: 'Delete…',
          isDanger: true,
          isDisabled: isReadOnly,
          onAction: () => {
            setAsked('remove');
          },
        },
      ]}
    >
      <TagFields tag={tag} />
      <TagUses tag={tag} />
      {asked === 'merge' && <MergeTagDialog screen={screen} tag={tag} onClose={close} />}
      {asked === 'remove' && <RemoveTagDialog screen={screen} tag={tag} onClose={close} />}
    </Panel>
  );
}
