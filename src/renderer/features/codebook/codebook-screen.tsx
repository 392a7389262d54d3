import { ListPlus, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useOffer } from '../../state/actions.ts';
import { useSelected } from '../../state/navigation.ts';
import { useCase, useReadOnly, useRecord } from '../../state/replica.ts';
import { Button } from '../../ui/button.tsx';
import type { AnyId } from '../../../domain/records/registry.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keys } from '../../ui/keys.tsx';
import screen from '../../ui/screen.module.css';
import { Inspector, MergeTagDialog, RemoveTagDialog } from '../inspector/index.ts';
import { type TagNode, tagTree } from '../pickers/index.ts';
import { codebookActions, performKey } from './codebook-actions.ts';
import { endTask, startTask, useCodebook } from './codebook-store.ts';
import styles from './codebook.module.css';
import { TagTreeView } from './tag-tree-view.tsx';

/**
 * The codebook: the tree of tags, and beside it everything about the one selected. While a name is written or a
 * question is asked, what goes on is in `codebook-store.ts`, because keys, buttons and the palette begin it, and row
 * and dialog end it.
 */
export function CodebookScreen() {
  const selectedId: AnyId | null = useSelected('codebook');
  const record = useRecord(selectedId);
  // The inspector can show another record here, such as a claim that one went to from the tag.
  const tag = record?.type === 'tag' ? record : null;
  const tree = useCase(tagTree);
  const isReadOnly = useReadOnly();
  const isMaking = useCodebook(({ task }) => task?.kind === 'new');
  const selected = tag?.id ?? null;
  const parent = tag?.parent ?? null;
  const actions = useMemo(
    () => codebookActions({ tree, selected, parent, isReadOnly }),
    [tree, selected, parent, isReadOnly],
  );
  useOffer(actions);

  return (
    <div className={screen['screen']}>
      <section className={screen['main']} aria-label="Codebook">
        <header className={styles['header']}>
          <h1 className={styles['title']}>Codebook</h1>
          {tree.length > 0 && !isReadOnly && (
            <Tools hasSelection={selected !== null} parent={parent} />
          )}
        </header>
        {tree.length === 0 && !isMaking ? (
          <NoTags isReadOnly={isReadOnly} />
        ) : (
          <TagTreeView
            tree={tree}
            selected={selected}
            onKey={(event) => performKey(actions, event)}
          />
        )}
      </section>
      {record !== undefined && <Inspector screen="codebook" id={record.id} />}
      <TagDialogs />
    </div>
  );
}

type TagParent = TagNode['tag']['parent'];

/** The buttons over the tree, which do what Alt+N and Alt+Shift+N do. */
function Tools({ hasSelection, parent }: { hasSelection: boolean; parent: TagParent }) {
  const selected = useRecord(useSelected('codebook'));
  return (
    <>
      <Button
        kind="quiet"
        icon={ListPlus}
        isDisabled={!hasSelection}
        onPress={() => {
          if (selected?.type === 'tag') startTask({ kind: 'new', parent: selected.id });
        }}
      >
        New inside
      </Button>
      <Button
        icon={Plus}
        onPress={() => {
          startTask({ kind: 'new', parent });
        }}
      >
        New tag
      </Button>
    </>
  );
}

/** What the screen shows while there is no tag and none is being made. */
function NoTags({ isReadOnly }: { isReadOnly: boolean }) {
  return (
    <EmptyState
      title="Name what you look for"
      text="Tags sort what you find: actors, events, weapons, hedges. Put them on highlights and claims, nest them, give the ones you use most a digit as a key. A definition keeps two readers of one mind."
    >
      {!isReadOnly && (
        <Button
          kind="primary"
          icon={Plus}
          onPress={() => {
            startTask({ kind: 'new', parent: null });
          }}
        >
          New tag
        </Button>
      )}
      {!isReadOnly && <Keys keys="Alt+N" />}
    </EmptyState>
  );
}

/** The dialogs of the tasks that ask; the others are written in the rows of the tree. */
function TagDialogs() {
  const task = useCodebook((state) => state.task);
  const tag = useRecord(task?.kind === 'merge' || task?.kind === 'remove' ? task.tag : null);
  // No such task, or the tag was removed while the dialog was open.
  if (tag === undefined) return null;
  const common = {
    screen: 'codebook',
    tag,
    onClose: () => {
      endTask(tag.id);
    },
  } as const;
  return task?.kind === 'merge' ? <MergeTagDialog {...common} /> : <RemoveTagDialog {...common} />;
}
