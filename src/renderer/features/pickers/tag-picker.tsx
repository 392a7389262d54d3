import type { TagChoice } from '../../../domain/records/tag/commands.ts';
import { currentView } from '../../state/replica.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';
import { type TagNode, tagTree } from './tag-tree.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';

interface TagPickerField {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Tags not to be offered: those that are on already. */
  readonly without?: readonly TagId[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** Unless it says otherwise, words that name no tag are one to be made: by the command that uses it. */
type TagPickerProps = TagPickerField &
  (
    | { readonly canCreate: false; readonly onPick: (tag: TagId) => void }
    | { readonly canCreate?: true; readonly onPick: (tag: TagChoice) => void }
  );

/** Chooses a tag, in the order of the codebook, each with its path and its key. */
export function TagPicker(props: TagPickerProps) {
  const { without = [] } = props;
  return (
    <ComboBox
      label={props.label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={() => itemsOf(tagTree(currentView()), '').filter(({ id }) => !without.includes(id))}
      onPick={props.onPick}
      {...(props.canCreate === false
        ? {}
        : {
            onCreate: (name: string) => {
              props.onPick(tagCalled(name));
            },
            createLabel: 'Add the tag',
          })}
      placeholder={props.placeholder ?? 'Add a tag…'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    />
  );
}

// A tag of that name that is on already is offered as little as it can be made again.
function tagCalled(name: string): TagChoice {
  const tags = [...currentView().all('tag')];
  return tags.find((tag) => tag.name === name && tag.parent === null)?.id ?? { new: { name } };
}

function itemsOf(nodes: readonly TagNode[], path: string): ComboBoxItem<TagId>[] {
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
