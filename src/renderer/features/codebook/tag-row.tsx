import { ChevronRight, GripVertical } from 'lucide-react';
import { Button } from 'react-aria-components';
import { counted } from '../../../domain/core/counted.ts';
import { createdId, run } from '../../state/commands.ts';
import { select, useSelected } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { Keys } from '../../ui/keys.tsx';
import type { TagId } from '../../../domain/records/tag/record.ts';
import type { TagNode } from '../pickers/index.ts';
import { endTask, useCodebook } from './codebook-store.ts';
import { paletteClass } from '../../ui/palette.ts';
import styles from './codebook.module.css';
import { InlineName } from './inline-name.tsx';

interface TagRowProps {
  readonly node: TagNode;
  readonly isParent: boolean;
}

/** A tag in the tree: its colour, its name, its key, and how many highlights and claims it is on. */
export function TagRow({ node: { tag, uses }, isParent }: TagRowProps) {
  const isReadOnly = useReadOnly();
  const isRenaming = useCodebook(({ task }) => task?.kind === 'rename' && task.tag === tag.id);
  return (
    <div className={styles['row']}>
      {isParent ? (
        <Button slot="chevron" className={styles['chevron'] ?? ''}>
          <ChevronRight size={14} aria-hidden />
        </Button>
      ) : (
        <span className={styles['chevron']} />
      )}
      <span className={`${styles['swatch'] ?? ''} ${paletteClass(tag.colour)}`} />
      {isRenaming ? (
        <InlineName
          label={`New name of “${tag.name}”`}
          value={tag.name}
          placeholder="Name"
          onSubmit={(name) => void rename(tag.id, name)}
          onCancel={() => {
            endTask(tag.id);
          }}
        />
      ) : (
        <span className={styles['name']} dir="auto">
          {tag.name}
        </span>
      )}
      <span className={styles['definition']} dir="auto">
        {tag.definition}
      </span>
      {tag.key !== null && <Keys keys={tag.key} />}
      <span className={styles['uses']} title={`On ${counted(uses, 'highlight or claim')}`}>
        {uses}
      </span>
      {!isReadOnly && (
        <Button slot="drag" className={styles['grip'] ?? ''} aria-label={`Move “${tag.name}”`}>
          <GripVertical size={14} aria-hidden />
        </Button>
      )}
    </div>
  );
}

/** The row of a tag that is being made: only a box for its name. */
export function NewTagRow({ parent }: { parent: TagId | null }) {
  const selected = useSelected('codebook');
  return (
    <div className={styles['row']}>
      <span className={styles['chevron']} />
      <span className={styles['swatch']} />
      <InlineName
        label="Name of the new tag"
        value=""
        placeholder="Name of the new tag"
        onSubmit={(name) => void create(name, parent)}
        onCancel={() => {
          endTask(selected);
        }}
      />
      {/* The tree asks for a handle in every row; this one has nothing to move yet. */}
      <Button slot="drag" className={styles['noGrip'] ?? ''} aria-label="Move" isDisabled />
    </div>
  );
}

async function rename(tag: TagId, name: string): Promise<void> {
  // Before the change is answered: the box goes at once, and the row has the focus again.
  endTask(tag);
  await run('tag/update', { tag, changes: { name } });
}

/** Makes the tag, selects it and gives its row the focus. */
async function create(name: string, parent: TagId | null): Promise<void> {
  const id = createdId(await run('tag/create', { name, parent }), 'tag');
  // Where the tag was refused, the focus goes to where it would have been.
  endTask(id ?? parent);
  if (id !== null) select('codebook', id);
}
