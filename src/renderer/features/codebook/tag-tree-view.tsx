import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { Collection, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import { z } from 'zod';
import { run } from '../../state/commands.ts';
import { select } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';
import type { TagNode } from '../pickers/index.ts';
import { useCodebook } from './codebook-store.ts';
import styles from './codebook.module.css';
import { placeOfDrop } from './moves.ts';
import { NewTagRow, TagRow } from './tag-row.tsx';

interface TagTreeViewProps {
  readonly tree: readonly TagNode[];
  readonly selected: TagId | null;
  /** What a key does while the tree has the focus; true if it did something. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** A row of the tree: a tag, or (without a node) the one that is being made. */
interface Entry {
  readonly id: string;
  readonly node: TagNode | null;
  readonly parent: TagId | null;
  readonly children: readonly Entry[];
}

const Collapsed = z.array(z.string());
// No id of a record, all of which begin with their type.
const newEntryId = 'new';

/** The codebook as a tree one can walk, fold and reorder by keyboard and by dragging. */
export function TagTreeView({ tree, selected, onKey }: TagTreeViewProps) {
  const isReadOnly = useReadOnly();
  const task = useCodebook((state) => state.task);
  const [collapsed, setCollapsed] = useViewState('codebook/collapsed', Collapsed, nothing);
  // Null is a place, the top; undefined is none.
  const newUnder = task?.kind === 'new' ? task.parent : undefined;
  const entries = useMemo(() => entriesOf(tree, null, newUnder), [tree, newUnder]);
  const parents = useMemo(() => parentsOf(entries), [entries]);
  // The tree knows keys; this gives them back their type.
  const byId = useMemo(() => new Map(idsOf(tree).map((id) => [String(id), id])), [tree]);
  const frame = useFocusAfterTask();

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onMove: ({ keys, target }) => {
      const [key] = keys;
      const tag = byId.get(String(key));
      const over = byId.get(String(target.key));
      if (tag === undefined || over === undefined) return;
      const place = placeOfDrop(tree, over, target.dropPosition);
      if (place !== null) void run('tag/move', { tag, ...place });
    },
  });

  function handleKeys(event: KeyboardEvent): void {
    // On the way down, before the tree takes the key; a box for a name keeps its own keys.
    if (event.target instanceof HTMLInputElement || !onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={frame} className={styles['frame']} onKeyDownCapture={handleKeys}>
      <Tree
        className={styles['tree'] ?? ''}
        aria-label="Codebook"
        items={entries}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          for (const key of keys) select('codebook', byId.get(String(key)) ?? null);
        }}
        // What is remembered is what is folded, so that new tags are open.
        expandedKeys={parents.filter((id) => id === newUnder || !collapsed.includes(id))}
        onExpandedChange={(keys) => {
          setCollapsed(parents.filter((id) => !keys.has(id)));
        }}
        // With arrows the tree would also walk into the buttons of a row.
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
      >
        {renderEntry}
      </Tree>
    </div>
  );
}

const nothing: string[] = [];

/** One row and, below it, those of its children. */
function renderEntry(entry: Entry): React.ReactElement {
  const { id, node, parent, children } = entry;
  return (
    <TreeItem id={id} textValue={node?.tag.name ?? 'New tag'} className={styles['item'] ?? ''}>
      <TreeItemContent>
        {node === null ? (
          <NewTagRow parent={parent} />
        ) : (
          <TagRow node={node} isParent={children.length > 0} />
        )}
      </TreeItemContent>
      <Collection items={children}>{renderEntry}</Collection>
    </TreeItem>
  );
}

// `newUnder`: the parent of the tag being made (null: at the top); undefined: none is being made.
function entriesOf(
  nodes: readonly TagNode[],
  parent: TagId | null,
  newUnder: TagId | null | undefined,
): Entry[] {
  const entries = nodes.map((node) => ({
    id: node.tag.id,
    node,
    parent,
    children: entriesOf(node.children, node.tag.id, newUnder),
  }));
  const isHere = newUnder === parent;
  return isHere ? [...entries, { id: newEntryId, node: null, parent, children: [] }] : entries;
}

function parentsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ id, children }) =>
    children.length === 0 ? [] : [id, ...parentsOf(children)],
  );
}

function idsOf(nodes: readonly TagNode[]): TagId[] {
  return nodes.flatMap(({ tag, children }) => [tag.id, ...idsOf(children)]);
}

// A row whose box is gone would leave the focus nowhere, and the keyboard with it.
function useFocusAfterTask(): React.RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const focused = useCodebook((state) => state.focused);
  useEffect(() => {
    if (focused === null) return;
    frame.current?.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
    useCodebook.setState({ focused: null });
  }, [focused]);
  return frame;
}
