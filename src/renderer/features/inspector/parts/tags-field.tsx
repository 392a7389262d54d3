import type { TagChoice } from '../../../../domain/records/tag/commands.ts';
import { useReadOnly } from '../../../state/replica.ts';
import { TagChip, TagPicker } from '../../pickers/index.ts';
import styles from './chips.module.css';
import type { TagId } from '../../../../domain/records/tag/record.ts';

interface TagsFieldProps {
  readonly tags: readonly TagId[];
  readonly onAdd: (tag: TagChoice) => void;
  readonly onRemove: (tag: TagId) => void;
}

/** The tags on something, and a type-ahead to put on more. */
export function TagsField({ tags, onAdd, onRemove }: TagsFieldProps) {
  const isReadOnly = useReadOnly();
  return (
    <>
      {tags.length > 0 && (
        <ul className={styles['chips']} aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag}>
              <TagChip
                tag={tag}
                {...(isReadOnly
                  ? {}
                  : {
                      onRemove: () => {
                        onRemove(tag);
                      },
                    })}
              />
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <TagPicker label="Add a tag" isLabelHidden without={tags} onPick={onAdd} />}
    </>
  );
}
