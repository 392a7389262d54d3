import { z } from 'zod';
import type { CaseView } from '../../core/case-state.ts';
import type { Diff } from '../../core/diff.ts';
import { Draft } from '../../core/draft.ts';
import { type ChangeError, changeError } from '../../core/errors.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { type CommandContext, changed, edited, newName } from '../../commands/command.ts';
import { TagChoice, chosenTags, nameOfTag } from './commands.ts';
import type { ClaimId } from '../claim/record.ts';
import type { HighlightId } from '../highlight/record.ts';
import { typeOfId } from '../registry.ts';
import { TagId } from './record.ts';

/** The tags to put on and to take off, as fields of a command's input. */
export const tagChange = {
  add: z.array(TagChoice).default([]),
  remove: z.array(TagId).default([]),
} as const;

interface TagChange {
  readonly add: readonly TagChoice[];
  readonly remove: readonly TagId[];
}

/** A change of tags in the analyst's words, by the first tag that is put on: "Tag 3 claims “Casualties”". */
export function taggingLabel(things: string, { add }: TagChange, view: CaseView): string {
  const added = newName(add);
  if (added !== null) return `Add the tag “${added}” to ${things}`;
  const [tag] = add;
  return typeof tag === 'string'
    ? `Tag ${things} “${nameOfTag(view, tag)}”`
    : `Take tags off ${things}`;
}

/** Changes the tags of every record named; an error if one is not in the case. */
export function tagRecords(
  ids: readonly (ClaimId | HighlightId)[],
  change: TagChange,
  context: CommandContext,
): Result<Diff, ChangeError> {
  const draft = new Draft(context.view);
  const add = chosenTags(draft, change.add, context);
  if (!add.ok) return add;
  for (const id of ids) {
    const record = draft.get(id);
    if (record === undefined) return err(changeError('command/missing', { what: typeOfId(id) }));
    draft.put(changed(record, { tags: edited(record.tags, { ...change, add: add.value }) }));
  }
  return ok(draft.diff());
}
