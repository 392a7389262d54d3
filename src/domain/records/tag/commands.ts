import { z } from 'zod';
import type { CaseView } from '../../core/case-state.ts';
import { Draft } from '../../core/draft.ts';
import { type ChangeError, changeError } from '../../core/errors.ts';
import type { Diff } from '../../core/diff.ts';
import { Tag, TagId, tagColours } from './record.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { brief } from '../../core/brief.ts';
import { isWithin } from '../within.ts';
import {
  type CommandContext,
  changed,
  defineCommand,
  edited,
  orNew,
  stampOf,
} from '../../commands/command.ts';

const TagDetails = Tag.pick({ name: true, colour: true, definition: true, key: true });

/** A tag of the case, or one to be made at the top of the codebook. */
export const TagChoice = orNew(TagId, { name: Tag.shape.name });
export type TagChoice = z.infer<typeof TagChoice>;

/** The ids of the tags chosen; those to be made are put into the draft, unless a tag there has the name. */
export function chosenTags(
  draft: Draft,
  choices: readonly TagChoice[],
  context: CommandContext,
): Result<TagId[], ChangeError> {
  const tags: TagId[] = [];
  for (const choice of choices) {
    if (typeof choice === 'string') {
      tags.push(choice);
      continue;
    }
    const tag = newTag(draft, context, { name: choice.new.name, parent: null });
    const clash = clashOf(draft, tag);
    if (clash !== null) return err(clash);
    draft.put(tag);
    tags.push(tag.id);
  }
  return ok(tags);
}

/** Adds a tag at the end of its siblings. */
const createTag = defineCommand({
  name: 'tag/create',
  input: TagDetails.partial()
    .required({ name: true })
    .extend({ parent: TagId.nullable().default(null) }),
  label: ({ name }) => `Add the tag “${brief(name)}”`,
  run: ({ name, parent, ...details }, context) => {
    const tag = newTag(context.view, context, { name, parent });
    return put(context, changed(tag, details));
  },
});

/** Renames a tag or changes its colour, definition or key. */
const updateTag = defineCommand({
  name: 'tag/update',
  input: z.strictObject({ tag: TagId, changes: TagDetails.partial() }),
  label: ({ tag, changes }, view) =>
    changes.name === undefined
      ? `Change the tag “${nameOfTag(view, tag)}”`
      : `Rename the tag “${nameOfTag(view, tag)}” to “${brief(changes.name)}”`,
  run: ({ tag: id, changes }, context) => {
    const tag = context.view.get(id);
    if (tag === undefined) return missing();
    return put(context, changed(tag, changes));
  },
});

/** Moves a tag under another parent, before one of its children or to the end. */
const moveTag = defineCommand({
  name: 'tag/move',
  input: z.strictObject({ tag: TagId, parent: TagId.nullable(), before: TagId.nullable() }),
  label: ({ tag, parent }, view) =>
    parent === null
      ? `Move the tag “${nameOfTag(view, tag)}” to the top`
      : `Move the tag “${nameOfTag(view, tag)}” into “${nameOfTag(view, parent)}”`,
  run: ({ tag: id, parent, before }, context) => {
    const tag = context.view.get(id);
    if (tag === undefined) return missing();
    if (isWithin(context.view, parent, id)) {
      return err(changeError('tag/cycle', { name: tag.name }));
    }
    const siblings = childrenOf(context.view, parent).filter((sibling) => sibling.id !== id);
    const found = siblings.findIndex((sibling) => sibling.id === before);
    const index = found === -1 ? siblings.length : found;
    // Positions are fractions, so that a tag gets a place between two others without either being changed. At the ends
    // it goes one beyond.
    const previous = siblings[index - 1]?.position ?? (siblings[index]?.position ?? 1) - 2;
    const next = siblings[index]?.position ?? previous + 2;
    return put(context, changed(tag, { parent, position: (previous + next) / 2 }));
  },
});

/** Makes two tags one: uses and children of the merged tag become those of the kept one. */
const mergeTags = defineCommand({
  name: 'tag/merge',
  input: z.strictObject({ keep: TagId, merge: TagId }),
  label: ({ keep, merge }, view) =>
    `Merge the tag “${nameOfTag(view, merge)}” into “${nameOfTag(view, keep)}”`,
  run: ({ keep, merge }, context) => {
    const kept = context.view.get(keep);
    const merged = context.view.get(merge);
    if (kept === undefined || merged === undefined || keep === merge) return missing();
    // The merged tag goes, and must not take the kept one along.
    if (isWithin(context.view, keep, merge))
      return err(changeError('tag/cycle', { name: merged.name }));
    const draft = new Draft(context.view);
    // Every use of the merged tag becomes one of the kept tag; what was tagged with both has that once.
    for (const type of ['highlight', 'claim'] as const) {
      for (const record of context.view.referring(merge, type))
        draft.put({ ...record, tags: edited(record.tags, { add: [keep], remove: [] }) });
    }
    return withoutTag(draft, merge, keep);
  },
});

/** Deletes a tag: off everything it was on; the tags under it move up to its parent, or go with it. */
const removeTag = defineCommand({
  name: 'tag/remove',
  input: z.strictObject({ tag: TagId, children: z.enum(['move-up', 'remove']) }),
  label: ({ tag }, view) => `Delete the tag “${nameOfTag(view, tag)}”`,
  run: ({ tag: id, children }, context) => {
    const tag = context.view.get(id);
    if (tag === undefined) return missing();
    const draft = new Draft(context.view);
    if (children === 'move-up') return withoutTag(draft, id, tag.parent);
    draft.remove([id]);
    return ok(draft.diff());
  },
});

/** Every command of this family. */
export const tagCommands = [createTag, updateTag, moveTag, mergeTags, removeTag] as const;

/** The tags directly under a parent (null: at the top), in their order. */
export function childrenOf(view: CaseView, parent: TagId | null): Tag[] {
  // Children that moved up or were merged keep their positions, so two siblings may share one; ids then decide.
  return [...view.all('tag')]
    .filter((tag) => tag.parent === parent)
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

// The last of its siblings, with nothing said of it yet.
function newTag(
  view: CaseView,
  context: CommandContext,
  { name, parent }: Pick<Tag, 'name' | 'parent'>,
): Tag {
  return {
    type: 'tag',
    id: context.newId('tag'),
    created: stampOf(context),
    name,
    parent,
    position: (childrenOf(view, parent).at(-1)?.position ?? 0) + 1,
    colour: nextColour(view, parent),
    definition: '',
    key: null,
  };
}

// What integrity cannot know to be a mistake: two siblings of one name, two tags on one key.
function clashOf(view: CaseView, tag: Tag): ChangeError | null {
  if (namesakeOf(view, tag) !== undefined) return changeError('tag/duplicate', { name: tag.name });
  const { key } = tag;
  if (key === null) return null;
  const holder = othersThan(view, tag).find((other) => other.key === key);
  return holder === undefined ? null : changeError('tag/key-taken', { key, name: holder.name });
}

function namesakeOf(view: CaseView, tag: Tag): Tag | undefined {
  return othersThan(view, tag).find(
    (other) => other.parent === tag.parent && other.name === tag.name,
  );
}

function othersThan(view: CaseView, tag: Tag): Tag[] {
  return [...view.all('tag')].filter(({ id }) => id !== tag.id);
}

/** The diff of one tag that is new or changed, refused where it clashes with another. */
function put(context: CommandContext, tag: Tag): Result<Diff, ChangeError> {
  const clash = clashOf(context.view, tag);
  if (clash !== null) return err(clash);
  const draft = new Draft(context.view);
  draft.put(tag);
  return ok(draft.diff());
}

/** The diff that takes a tag away and moves the tags under it; refused where one of them has a namesake in the new place. */
function withoutTag(draft: Draft, id: TagId, parent: TagId | null): Result<Diff, ChangeError> {
  const moved = childrenOf(draft, id).map((child) => ({ ...child, parent }));
  // Before the removal: a tag goes with its parent.
  for (const child of moved) draft.put(child);
  draft.remove([id]);
  // After it: a tag may be called like the one that it was under.
  const clashing = moved.find((child) => namesakeOf(draft, child) !== undefined);
  if (clashing === undefined) return ok(draft.diff());
  const place = parent === null ? null : nameOfTag(draft, parent);
  return err(changeError('tag/child-duplicate', { name: clashing.name, parent: place }));
}

// The next hue in turn at the top, so that neighbours differ; a child takes its parent's.
function nextColour(view: CaseView, parent: TagId | null): number {
  const inherited = parent === null ? undefined : view.get(parent)?.colour;
  if (inherited !== undefined) return inherited;
  return (childrenOf(view, null).length % tagColours) + 1;
}

/** What a label calls a tag, also one that is gone. */
export function nameOfTag(view: CaseView, id: TagId): string {
  return brief(view.get(id)?.name ?? 'a tag');
}

function missing(): Result<never, ChangeError> {
  return err(changeError('command/missing', { what: 'tag' }));
}
