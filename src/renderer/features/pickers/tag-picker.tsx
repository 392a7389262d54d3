import { useMemo } from 'react';
import type { CaseView } from '../../../domain/case-state.ts';
import type { TagId } from '../../../domain/model/ids.ts';
import { createdId, run } from '../../state/commands.ts';
import { currentView, useCase } from '../../state/replica.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';
import { type TagNode, tagTree } from './tag-tree.ts';

interface TagPickerProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** The tag chosen, or the one just made of the words typed. */
  readonly onPick: (tag: TagId) => void;
  /** Tags not to be offered: those that are on already. */
  readonly without?: readonly TagId[];
  /** Whether a name that no tag has makes one, at the top of the codebook. */
  readonly canCreate?: boolean;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** Chooses a tag, in the order of the codebook, each with its path and its key. */
export function TagPicker(props: TagPickerProps) {
  const { label, onPick, without = none, canCreate = true } = props;
  const tree = useCase(['tag'], readTree);
  const items = useMemo(() => itemsOf(tree, ''), [tree]).filter(({ id }) => !without.includes(id));

  async function create(name: string): Promise<void> {
    // A tag of that name that is on already is offered as little as it can be made again.
    const known = [...currentView().all('tag')].find(
      (tag) => tag.name === name && tag.parent === null,
    );
    const id = known?.id ?? createdId(await run('tag/create', { name }), 'tag');
    if (id !== null) onPick(id);
  }

  return (
    <ComboBox
      label={label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={items}
      onPick={(id) => {
        const chosen = items.find((item) => item.id === id);
        if (chosen !== undefined) onPick(chosen.id);
      }}
      {...(canCreate
        ? { onCreate: (name: string) => void create(name), createLabel: 'Add the tag' }
        : {})}
      placeholder={props.placeholder ?? 'Add a tag…'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    />
  );
}

const none: readonly TagId[] = [];

function readTree(view: CaseView): TagNode[] {
  return tagTree(view);
}

function itemsOf(nodes: readonly TagNode[], path: string): (ComboBoxItem & { id: TagId })[] {
  return nodes.flatMap(({ tag, children }) => {
    const below = path === '' ? tag.name : `${path} › ${tag.name}`;
    const hint = [path, tag.key === null ? '' : `Key ${tag.key}`].filter((part) => part !== '');
    return [
      {
        id: tag.id,
        label: tag.name,
        keywords: [below],
        ...(hint.length === 0 ? {} : { hint: hint.join(' · ') }),
      },
      ...itemsOf(children, below),
    ];
  });
}
