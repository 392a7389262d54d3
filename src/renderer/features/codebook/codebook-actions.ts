import type { KeyboardEvent } from 'react';
import type { Action } from '../../state/actions.ts';
import { run } from '../../state/commands.ts';
import { actionOf, nameOfKey } from '../../state/shortcuts.ts';
import type { TagNode } from '../pickers/index.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';
import { startTask } from './codebook-store.ts';
import { type Step, placeAfterStep } from './moves.ts';

/** What the codebook is asked to do something with. */
interface CodebookFocus {
  readonly tree: readonly TagNode[];
  readonly selected: TagId | null;
  /** The parent of what is selected. */
  readonly parent: TagId | null;
  readonly isReadOnly: boolean;
}

/** What can be done in the codebook now, with the keys that do it. */
export function codebookActions({ tree, selected, parent, isReadOnly }: CodebookFocus): Action[] {
  // Offered without rights to change as well, but off: the keys stay in the key map.
  const common = { group: 'Codebook', screen: 'codebook', enabled: !isReadOnly } as const;
  const making: Action = {
    ...common,
    id: 'codebook/new',
    label: 'New tag',
    keys: 'Alt+N',
    perform: () => {
      // Beside the selected tag: that is where the eye is.
      startTask({ kind: 'new', parent });
    },
  };
  if (selected === null) return [making];
  return [
    making,
    {
      ...common,
      id: 'codebook/new-inside',
      label: 'New tag inside the selected one',
      keys: 'Alt+Shift+N',
      perform: () => {
        startTask({ kind: 'new', parent: selected });
      },
    },
    {
      ...common,
      id: 'codebook/rename',
      label: 'Rename the tag',
      keys: 'F2',
      perform: () => {
        startTask({ kind: 'rename', tag: selected });
      },
    },
    {
      ...common,
      id: 'codebook/merge',
      label: 'Merge the tag into another…',
      perform: () => {
        startTask({ kind: 'merge', tag: selected });
      },
    },
    {
      ...common,
      id: 'codebook/remove',
      label: 'Delete the tag…',
      keys: 'Delete',
      perform: () => {
        startTask({ kind: 'remove', tag: selected });
      },
    },
    ...steps.map(({ step, label, keys }) => ({
      ...common,
      id: `codebook/move-${step}`,
      label,
      keys,
      perform: () => {
        // Null at an end, where the key does nothing.
        const place = placeAfterStep(tree, selected, step);
        if (place !== null) void run('tag/move', { tag: selected, ...place });
      },
    })),
  ];
}

const steps: readonly { step: Step; label: string; keys: string }[] = [
  { step: 'up', label: 'Move the tag up', keys: 'Alt+↑' },
  { step: 'down', label: 'Move the tag down', keys: 'Alt+↓' },
  { step: 'in', label: 'Move the tag into the one above', keys: 'Alt+→' },
  { step: 'out', label: 'Move the tag out', keys: 'Alt+←' },
];

/**
 * Does what a key stands for while the tree has the focus, before the tree takes the key for walking.
 * False if no action has the key.
 */
export function performKey(actions: readonly Action[], event: KeyboardEvent): boolean {
  const key = nameOfKey(event);
  const action = key === null ? undefined : actionOf(actions, [key]);
  action?.perform();
  return action !== undefined;
}
