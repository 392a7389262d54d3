import { Ellipsis, TextSelect } from 'lucide-react';
import type { Claim, Hop } from '../../../../domain/records/claim/record.ts';
import type { Screen } from '../../../state/navigation.ts';
import { useReadOnly } from '../../../state/replica.ts';
import { IconButton } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { askForWords } from '../parts/ask-for-words.ts';
import { inspect } from '../parts/trail.ts';
import type { HopInput } from './chain.ts';

interface HopMenuProps {
  readonly screen: Screen;
  readonly claim: Claim;
  readonly hop: Hop;
  /** The source's name. */
  readonly name: string;
  /** Left out where there is no place to move to. */
  readonly onMoveUp?: () => void;
  readonly onMoveDown?: () => void;
  readonly onChange: (changes: Partial<HopInput>) => void;
  readonly onRemove: () => void;
}

/** What can be done with one source of a chain: choose the words that name it, show it, move it, take it out. */
export function HopMenu(props: HopMenuProps) {
  const { screen, claim, hop, name, onMoveUp, onMoveDown, onChange, onRemove } = props;
  const isReadOnly = useReadOnly();

  async function anchor(): Promise<void> {
    const words = await askForWords({
      prompt: `the words that name “${name}”`,
      document: claim.document,
      screen,
    });
    if (words !== null) onChange({ anchor: { start: words.start, end: words.end } });
  }

  return (
    <>
      {!isReadOnly && (
        <IconButton
          label={`Choose the words that name “${name}”`}
          icon={TextSelect}
          onPress={() => void anchor()}
        />
      )}
      <MenuButton
        label={`Actions for “${name}”`}
        icon={Ellipsis}
        entries={[
          {
            id: 'show',
            label: 'Show the source',
            onAction: () => {
              inspect(screen, hop.source);
            },
          },
          'separator',
          {
            id: 'up',
            label: 'Move up',
            keys: 'Alt+↑',
            isDisabled: isReadOnly || onMoveUp === undefined,
            onAction: () => {
              onMoveUp?.();
            },
          },
          {
            id: 'down',
            label: 'Move down',
            keys: 'Alt+↓',
            isDisabled: isReadOnly || onMoveDown === undefined,
            onAction: () => {
              onMoveDown?.();
            },
          },
          'separator',
          {
            id: 'remove',
            label: 'Take out of the chain',
            isDanger: true,
            isDisabled: isReadOnly,
            onAction: onRemove,
          },
        ]}
      />
    </>
  );
}
