import { z } from 'zod';
import { makeSpans } from '../../anchoring/spans.ts';
import type { CaseView } from '../../core/case-state.ts';
import { counted } from '../../core/counted.ts';
import { Draft } from '../../core/draft.ts';
import { type ChangeError, changeError } from '../../core/errors.ts';
import type { Claim } from '../claim/record.ts';
import { Highlight, HighlightId } from './record.ts';
import { TextRange } from '../../core/span.ts';
import { type Result, err, ok } from '../../core/result.ts';
import {
  type CommandContext,
  changed,
  defineCommand,
  newName,
  stampOf,
} from '../../commands/command.ts';
import { DocumentId } from '../document/record.ts';
import type { TagId } from '../tag/record.ts';
import { TagChoice, chosenTags } from '../tag/commands.ts';
import { tagChange, tagRecords, taggingLabel } from '../tag/tagging.ts';

/** Where a new highlight lies: ranges of one document, in any order. */
export const HighlightPlace = z.strictObject({
  document: DocumentId,
  ranges: z.array(TextRange).min(1),
});

/** Makes a highlight record of a selection: snapped to graphemes, with its quotes; an error if it lies outside the text. */
export function newHighlight(
  context: CommandContext,
  { document: id, ranges }: z.infer<typeof HighlightPlace>,
  details: { tags: TagId[]; note: string },
): Result<Highlight, ChangeError> {
  const document = context.view.get(id);
  if (document === undefined) return err(changeError('command/missing', { what: 'document' }));
  const spans = makeSpans(context.textOf(id), ranges);
  if (spans === null)
    return err(changeError('highlight/outside-text', { document: document.title }));
  return ok({
    type: 'highlight',
    id: context.newId('highlight'),
    created: stampOf(context),
    document: id,
    spans,
    ...details,
  });
}

/** Highlights words. */
const createHighlight = defineCommand({
  name: 'highlight/create',
  input: HighlightPlace.extend({
    tags: z.array(TagChoice).default([]),
    note: z.string().default(''),
  }),
  // What was asked for besides the highlight names the change, because that is what the analyst meant to do.
  label: ({ tags, note }) => {
    const added = newName(tags);
    if (added !== null) return `Add the tag “${added}” to words`;
    if (tags.length > 0) return 'Tag words';
    return note === '' ? 'Highlight words' : 'Note on words';
  },
  documents: ({ document }) => [document],
  run: ({ tags: choices, note, ...place }, context) => {
    const draft = new Draft(context.view);
    const tags = chosenTags(draft, choices, context);
    if (!tags.ok) return tags;
    const highlight = newHighlight(context, place, { tags: tags.value, note });
    if (!highlight.ok) return highlight;
    draft.put(highlight.value);
    return ok(draft.diff());
  },
});

/** Changes a highlight's note or tags, or moves it to other words of its document. */
const updateHighlight = defineCommand({
  name: 'highlight/update',
  input: z.strictObject({
    highlight: HighlightId,
    changes: z.strictObject({
      ...Highlight.pick({ tags: true, note: true }).partial().shape,
      ranges: z.array(TextRange).min(1).optional(),
    }),
  }),
  label: ({ changes }) => {
    if (changes.ranges !== undefined) return 'Move a highlight';
    return changes.note === undefined ? 'Change a highlight’s tags' : 'Change a highlight’s note';
  },
  documents: ({ highlight, changes }, view) => {
    const home = view.get(highlight)?.document;
    return changes.ranges === undefined || home === undefined ? [] : [home];
  },
  run: ({ highlight: id, changes: { ranges, ...changes } }, context) => {
    const highlight = context.view.get(id);
    if (highlight === undefined) return err(changeError('command/missing', { what: 'highlight' }));
    const draft = new Draft(context.view);
    // Without ranges no text is read, and none was asked for.
    if (ranges === undefined) {
      draft.put(changed(highlight, changes));
      return ok(draft.diff());
    }
    const place = { document: highlight.document, ranges };
    // Made as a new one is, for its spans; the id that comes with it is not used.
    const moved = newHighlight(context, place, { tags: highlight.tags, note: highlight.note });
    if (!moved.ok) return moved;
    draft.put(changed(highlight, { ...changes, spans: moved.value.spans }));
    return ok(draft.diff());
  },
});

/** Puts tags on highlights and takes others off. */
const tagHighlights = defineCommand({
  name: 'highlight/tag',
  input: z.strictObject({ highlights: z.array(HighlightId).min(1), ...tagChange }),
  label: ({ highlights, ...change }, view) =>
    taggingLabel(counted(highlights.length, 'highlight'), change, view),
  run: ({ highlights, ...change }, context) => tagRecords(highlights, change, context),
});

/** Removes highlights, and claims that no other highlight of their document holds. */
const removeHighlights = defineCommand({
  name: 'highlight/remove',
  input: z.strictObject({ highlights: z.array(HighlightId).min(1) }),
  label: ({ highlights }) => `Remove ${counted(highlights.length, 'highlight')}`,
  run: ({ highlights }, context) => {
    const draft = new Draft(context.view);
    const gone = new Set(highlights);
    // Claims first, while the highlights are still there to be looked up.
    for (const { id } of [...gone].flatMap((one) => [...context.view.referring(one, 'claim')])) {
      // As an earlier one of the highlights left it.
      const claim = draft.get(id);
      if (claim === undefined) continue;
      const kept = evidenceWithout(gone, claim, draft);
      if (kept === null) draft.remove([claim.id]);
      else draft.put(changed(claim, { highlights: kept }));
    }
    draft.remove(gone);
    return ok(draft.diff());
  },
});

/** The claims that go when highlights go: those that no other highlight of their document holds. */
export function claimsLostWith(view: CaseView, gone: ReadonlySet<HighlightId>): Claim[] {
  const held = new Set([...gone].flatMap((id) => [...view.referring(id, 'claim')]));
  return [...held].filter((claim) => evidenceWithout(gone, claim, view) === null);
}

function evidenceWithout(
  gone: ReadonlySet<HighlightId>,
  claim: Claim,
  view: CaseView,
): HighlightId[] | null {
  const left = claim.highlights.filter((highlight) => !gone.has(highlight));
  return evidenceInOrder(claim, left, view);
}

/** A claim's highlights with one of its own document first, or null if none of them lies there. */
export function evidenceInOrder(
  claim: Claim,
  highlights: readonly HighlightId[],
  view: CaseView,
): HighlightId[] | null {
  const first = highlights.find((id) => view.get(id)?.document === claim.document);
  return first === undefined ? null : [...new Set([first, ...highlights])];
}

/** Every command of this family. */
export const highlightCommands = [
  createHighlight,
  updateHighlight,
  tagHighlights,
  removeHighlights,
] as const;
