import type { TagNode } from '../pickers/index.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';

/** Where a tag is to go, as `tag/move` takes it: under a parent, before one of its children or (null) at the end. */
export interface TagPlace {
  readonly parent: TagId | null;
  readonly before: TagId | null;
}

/** One step in the outline: among the siblings, into the one above, or out after the parent. */
export type Step = 'up' | 'down' | 'in' | 'out';

/** Where one step takes a tag, or null if there is no such place. */
export function placeAfterStep(tree: readonly TagNode[], tag: TagId, step: Step): TagPlace | null {
  const found = find(tree, tag, null, null);
  if (found === null) return null;
  const { siblings, index, parent, grandparent } = found;
  switch (step) {
    case 'up': {
      const above = siblings[index - 1];
      return above === undefined ? null : { parent, before: above.tag.id };
    }
    case 'down':
      // Before the one after the next; where there is none, at the end.
      return index === siblings.length - 1
        ? null
        : { parent, before: siblings[index + 2]?.tag.id ?? null };
    case 'in': {
      const above = siblings[index - 1];
      return above === undefined ? null : { parent: above.tag.id, before: null };
    }
    case 'out':
      // At the top there is nothing to get out of.
      if (parent === null || grandparent === null) return null;
      return {
        parent: grandparent.parent,
        before: grandparent.siblings[grandparent.index + 1]?.tag.id ?? null,
      };
  }
}

/** Where a tag dropped on, before or after another one goes; null if the other is not in the tree. */
export function placeOfDrop(
  tree: readonly TagNode[],
  target: TagId,
  position: 'on' | 'before' | 'after',
): TagPlace | null {
  if (position === 'on') return { parent: target, before: null };
  const found = find(tree, target, null, null);
  if (found === null) return null;
  const { siblings, index, parent } = found;
  if (position === 'before') return { parent, before: target };
  return { parent, before: siblings[index + 1]?.tag.id ?? null };
}

interface Standing {
  readonly siblings: readonly TagNode[];
  readonly index: number;
  readonly parent: TagId | null;
  /** Where the parent itself stands; null at the top. */
  readonly grandparent: Standing | null;
}

function find(
  siblings: readonly TagNode[],
  tag: TagId,
  parent: TagId | null,
  grandparent: Standing | null,
): Standing | null {
  const index = siblings.findIndex((node) => node.tag.id === tag);
  if (index !== -1) return { siblings, index, parent, grandparent };
  for (const [at, node] of siblings.entries()) {
    const standing = { siblings, index: at, parent, grandparent };
    const found = find(node.children, tag, node.tag.id, standing);
    if (found !== null) return found;
  }
  return null;
}
