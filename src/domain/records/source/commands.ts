import { z } from 'zod';
import type { CaseView } from '../../core/case-state.ts';
import { Draft } from '../../core/draft.ts';
import { changeError } from '../../core/errors.ts';
import type { Claim } from '../claim/record.ts';
import { Source, SourceId } from './record.ts';
import type { SourceKind } from '../vocabulary.ts';
import { err, ok } from '../../core/result.ts';
import { brief } from '../../core/brief.ts';
import { isWithin } from '../within.ts';
import {
  type CommandContext,
  changed,
  defineCommand,
  newName,
  orNew,
  stampOf,
} from '../../commands/command.ts';

const SourceDetails = Source.pick({
  name: true,
  kind: true,
  aliases: true,
  parent: true,
  descriptor: true,
  note: true,
});

/** A source of the case, or one to be made. */
export const SourceChoice = orNew(SourceId, {
  name: Source.shape.name,
  kind: Source.shape.kind,
});
export type SourceChoice = z.infer<typeof SourceChoice>;

/** The id of the source chosen; one to be made is put into the draft. */
export function chosenSource(
  draft: Draft,
  choice: SourceChoice,
  context: CommandContext,
): SourceId {
  if (typeof choice === 'string') return choice;
  const source = newSource(draft, context, choice.new);
  draft.put(source);
  return source.id;
}

/** A source that nothing but its name and kind is known of. */
export function newSource(
  draft: Draft,
  context: CommandContext,
  details: { name: string; kind: SourceKind },
): Source {
  return {
    type: 'source',
    id: context.newId('source'),
    number: draft.nextNumber('source'),
    created: stampOf(context),
    ...details,
    aliases: [],
    parent: null,
    descriptor: { access: '', record: '', bias: '' },
    note: '',
  };
}

/** Adds a source. */
const createSource = defineCommand({
  name: 'source/create',
  input: SourceDetails.partial().required({ name: true, kind: true }),
  label: ({ name }) => `Add the source “${brief(name)}”`,
  run: ({ name, kind, ...details }, context) => {
    const draft = new Draft(context.view);
    draft.put(changed(newSource(draft, context, { name, kind }), details));
    return ok(draft.diff());
  },
});

/** Changes what is known of a source. */
const updateSource = defineCommand({
  name: 'source/update',
  input: z.strictObject({
    source: SourceId,
    changes: SourceDetails.extend({ parent: SourceChoice.nullable() }).partial(),
  }),
  label: ({ source, changes: { parent = null } }, view) => {
    const added = newName([parent]);
    return added === null
      ? `Change the source “${nameOf(view, source)}”`
      : `Add the source “${added}” that “${nameOf(view, source)}” belongs to`;
  },
  run: ({ source: id, changes: { parent: choice, ...changes } }, context) => {
    const source = context.view.get(id);
    if (source === undefined) return err(changeError('command/missing', { what: 'source' }));
    const draft = new Draft(context.view);
    const parent = choice && chosenSource(draft, choice, context);
    // Looked for in the draft, where a new parent already is.
    if (isWithin(draft, parent ?? null, id)) {
      return err(changeError('source/cycle', { name: source.name }));
    }
    draft.put(changed(source, { ...changes, parent }));
    return ok(draft.diff());
  },
});

/**
 * Makes two sources one: everything that pointed to the merged one points to the kept one, which takes over its
 * names, ratings and whatever of its descriptor it lacked itself.
 */
const mergeSources = defineCommand({
  name: 'source/merge',
  input: z.strictObject({ keep: SourceId, merge: SourceId }),
  label: ({ keep, merge }, view) => `Merge “${nameOf(view, merge)}” into “${nameOf(view, keep)}”`,
  run: ({ keep, merge }, context) => {
    const kept = context.view.get(keep);
    const merged = context.view.get(merge);
    if (kept === undefined || merged === undefined || keep === merge) {
      return err(changeError('command/missing', { what: 'source' }));
    }
    const { view } = context;
    const draft = new Draft(view);
    for (const claim of view.referring(merge, 'claim')) draft.put(relayedBy(claim, merge, keep));
    for (const document of view.referring(merge, 'document'))
      draft.put({ ...document, publisher: keep });
    for (const rating of view.referring(merge, 'rating')) draft.put({ ...rating, subject: keep });
    for (const source of view.referring(merge, 'source')) draft.put({ ...source, parent: keep });
    // The kept source stays where it was, or takes the place of the merged one if it belonged to that. Now that what belonged
    // to the merged one belongs to it, that place may be below itself; it then has none.
    const place = kept.parent === merge ? merged.parent : kept.parent;
    const parent = isWithin(draft, place, keep) ? null : place;
    draft.put({ ...union(kept, merged), parent });
    // Nothing points to it any more, so nothing goes along.
    draft.remove([merge]);
    return ok(draft.diff());
  },
});

/** Removes a source that nothing cites; one that is cited can only be merged. */
const removeSource = defineCommand({
  name: 'source/remove',
  input: z.strictObject({ source: SourceId }),
  label: ({ source }, view) => `Remove the source “${nameOf(view, source)}”`,
  run: ({ source: id }, context) => {
    const source = context.view.get(id);
    if (source === undefined) return err(changeError('command/missing', { what: 'source' }));
    // Ratings of the source go with it, and sources that belong to it let go; only claims and documents cite.
    const claims = [...context.view.referring(id, 'claim')].length;
    const documents = [...context.view.referring(id, 'document')].length;
    if (claims + documents > 0) {
      return err(changeError('source/in-use', { name: source.name, claims, documents }));
    }
    const draft = new Draft(context.view);
    draft.remove([id]);
    return ok(draft.diff());
  },
});

/** Every command of this family. */
export const sourceCommands = [createSource, updateSource, mergeSources, removeSource] as const;

function nameOf(view: CaseView, id: SourceId): string {
  return brief(view.get(id)?.name ?? 'a source');
}

/**
 * What is known of two sources together. The notes of both stay; in the descriptor the kept source's own words stand
 * wherever it has any.
 */
function union(kept: Source, merged: Source): Source {
  const names = [...kept.aliases, merged.name, ...merged.aliases];
  return {
    ...kept,
    aliases: [...new Set(names)].filter((name) => name !== kept.name),
    descriptor: {
      access: kept.descriptor.access || merged.descriptor.access,
      record: kept.descriptor.record || merged.descriptor.record,
      bias: kept.descriptor.bias || merged.descriptor.bias,
    },
    note: [kept.note, merged.note].filter((note) => note !== '').join('\n\n'),
  };
}

// Two neighbouring hops of what is now one source, spoken in one manner, are one hop.
function relayedBy(claim: Claim, from: SourceId, to: SourceId): Claim {
  const hops = claim.attribution.map((hop) => (hop.source === from ? { ...hop, source: to } : hop));
  const attribution = hops.filter((hop, index) => {
    const previous = hops[index - 1];
    return previous?.source !== hop.source || previous.manner !== hop.manner;
  });
  return { ...claim, attribution };
}
