import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Tag, TagId } from '../../../domain/records/tag/record.ts';

/** A tag of the codebook with those under it, in their order. */
export interface TagNode {
  readonly tag: Tag;
  readonly children: readonly TagNode[];
  /** How many highlights and claims it is on; what is on the tags under it does not count. */
  readonly uses: number;
}

/** The codebook as a tree, siblings in their order. */
export function tagTree(view: CaseView): TagNode[] {
  const byParent = new Map<TagId | null, Tag[]>();
  for (const tag of view.all('tag')) {
    const siblings = byParent.get(tag.parent);
    if (siblings === undefined) byParent.set(tag.parent, [tag]);
    else siblings.push(tag);
  }
  function under(parent: TagId | null): TagNode[] {
    return (byParent.get(parent) ?? [])
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map((tag) => ({ tag, children: under(tag.id), uses: usesOf(view, tag.id) }));
  }
  return under(null);
}

/** Where a tag stands: the names from the top down to its parent, joined by “ › ”; empty at the top. */
export function tagPath(view: CaseView, tag: Tag): string {
  const names: string[] = [];
  let parent = tag.parent === null ? undefined : view.get(tag.parent);
  while (parent !== undefined) {
    names.unshift(parent.name);
    parent = parent.parent === null ? undefined : view.get(parent.parent);
  }
  return names.join(' › ');
}

function usesOf(view: CaseView, tag: TagId): number {
  return [...view.referring(tag, 'highlight'), ...view.referring(tag, 'claim')].length;
}
