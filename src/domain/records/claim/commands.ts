import { z } from 'zod';
import { makeSpan } from '../../anchoring/spans.ts';
import { wordsOnOneLine } from '../../anchoring/words.ts';
import type { CaseView } from '../../core/case-state.ts';
import { counted, namedOrCounted } from '../../core/counted.ts';
import { Draft } from '../../core/draft.ts';
import { type ChangeError, changeError } from '../../core/errors.ts';
import { Claim, ClaimId, type Hop } from './record.ts';
import { EdtfDate } from '../../core/edtf.ts';
import { type Span, TextRange } from '../../core/span.ts';
import { manners, valuesOf } from '../vocabulary.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { brief } from '../../core/brief.ts';
import type { DocumentId } from '../document/record.ts';
import { HighlightId } from '../highlight/record.ts';
import {
  type Changes,
  type CommandContext,
  changed,
  defineCommand,
  edited,
  newName,
  stampOf,
} from '../../commands/command.ts';
import { HighlightPlace, evidenceInOrder, newHighlight } from '../highlight/commands.ts';
import { SourceChoice, chosenSource } from '../source/commands.ts';
import { tagChange, tagRecords, taggingLabel } from '../tag/tagging.ts';

/** Words of the claim's document by their range alone; the command adds the quote. */
const Anchor = TextRange.nullable();

/** What an analyst says of a claim; all optional, so that a claim can be made first and filled in later. */
const ClaimDetails = Claim.pick({
  statement: true,
  hedge: true,
  place: true,
  tags: true,
  note: true,
})
  .extend({
    attribution: z.array(
      z.strictObject({ source: SourceChoice, manner: z.enum(valuesOf(manners)), anchor: Anchor }),
    ),
    eventTime: z.strictObject({ edtf: EdtfDate, anchor: Anchor }).nullable(),
  })
  .partial();
type ClaimDetails = z.infer<typeof ClaimDetails>;

/** Turns words, or a highlight that is there, into a claim; its attribution starts at the document's publisher. */
const createClaim = defineCommand({
  name: 'claim/create',
  input: ClaimDetails.extend({
    on: z.union([HighlightPlace, z.strictObject({ highlight: HighlightId })]),
  }),
  // The statement may come later, and until then the claim is nameless.
  label: ({ statement }) =>
    statement === undefined ? 'Make a claim' : `Claim “${brief(statement)}”`,
  // The text is read for quotes: those of the highlight if it is new, and those of anchors in either case.
  documents: ({ on }, view) => {
    const home = 'document' in on ? on.document : view.get(on.highlight)?.document;
    return home === undefined ? [] : [home];
  },
  run: ({ on, ...details }, context) => {
    const draft = new Draft(context.view);
    const highlight =
      'document' in on
        ? newHighlight(context, on, { tags: [], note: '' })
        : ok(context.view.get(on.highlight));
    if (!highlight.ok) return highlight;
    if (highlight.value === undefined)
      return err(changeError('command/missing', { what: 'highlight' }));
    const { document, id } = highlight.value;
    // A highlight that is there already is put as it is, which makes no change.
    draft.put(highlight.value);
    const anchored = anchor(context, draft, document, details);
    if (!anchored.ok) return anchored;
    const blank: Claim = {
      type: 'claim',
      id: context.newId('claim'),
      number: draft.nextNumber('claim'),
      created: stampOf(context),
      document,
      highlights: [id],
      // The words themselves, until the analyst puts them better.
      statement: wordsOnOneLine(highlight.value),
      attribution: publisherHop(context.view, document),
      hedge: 'asserted',
      eventTime: null,
      place: '',
      tags: [],
      note: '',
    };
    // Whatever was said of the claim goes over what a new one begins with.
    draft.put(changed(blank, anchored.value));
    return ok(draft.diff());
  },
});

/** Changes what is said of a claim. */
const updateClaim = defineCommand({
  name: 'claim/update',
  input: z.strictObject({ claim: ClaimId, changes: ClaimDetails }),
  label: ({ claim, changes }, view) => {
    const added = newName(changes.attribution?.map(({ source }) => source) ?? []);
    if (added !== null)
      return `Add the source “${added}” to the attribution of “${statementOf(view, claim)}”`;
    // The label names the field where only one is changed, as it is by the inspector.
    // A schema leaves no other keys than those that it has.
    const [field, ...others] = Object.keys(changes) as (keyof ClaimDetails)[];
    const what = field === undefined || others.length > 0 ? 'details' : fieldNames[field];
    return `Change the ${what} of “${statementOf(view, claim)}”`;
  },
  documents: ({ claim }, view) => {
    const home = view.get(claim)?.document;
    return home === undefined ? [] : [home];
  },
  run: ({ claim: id, changes }, context) => {
    const claim = context.view.get(id);
    if (claim === undefined) return err(changeError('command/missing', { what: 'claim' }));
    const draft = new Draft(context.view);
    const anchored = anchor(context, draft, claim.document, changes);
    if (!anchored.ok) return anchored;
    draft.put(changed(claim, anchored.value));
    return ok(draft.diff());
  },
});

/** Adds words as further evidence of a claim, or takes highlights away from it; one of its own document stays first. */
const changeEvidence = defineCommand({
  name: 'claim/evidence',
  input: z.strictObject({
    claim: ClaimId,
    add: z.array(z.union([HighlightPlace, z.strictObject({ highlight: HighlightId })])).default([]),
    remove: z.array(HighlightId).default([]),
  }),
  label: ({ claim, add }, view) =>
    `${add.length > 0 ? 'Add evidence to' : 'Take evidence from'} “${statementOf(view, claim)}”`,
  // Only new highlights need their text: those that are there have their quotes.
  documents: ({ add }) => add.flatMap((place) => ('document' in place ? [place.document] : [])),
  run: ({ claim: id, add, remove }, context) => {
    const claim = context.view.get(id);
    if (claim === undefined) return err(changeError('command/missing', { what: 'claim' }));
    const draft = new Draft(context.view);
    const added: HighlightId[] = [];
    for (const place of add) {
      if ('highlight' in place) {
        added.push(place.highlight);
        continue;
      }
      const highlight = newHighlight(context, place, { tags: [], note: '' });
      if (!highlight.ok) return highlight;
      draft.put(highlight.value);
      added.push(highlight.value.id);
    }
    const edit = edited(claim.highlights, { add: added, remove });
    const highlights = evidenceInOrder(claim, edit, draft);
    if (highlights === null) {
      const problem = 'a claim needs words of its own document';
      return err(changeError('command/invalid', { command: 'claim/evidence', problem }));
    }
    draft.put(changed(claim, { highlights }));
    return ok(draft.diff());
  },
});

/** Puts tags on claims and takes others off. */
const tagClaims = defineCommand({
  name: 'claim/tag',
  input: z.strictObject({ claims: z.array(ClaimId).min(1), ...tagChange }),
  label: ({ claims, ...change }, view) =>
    taggingLabel(counted(claims.length, 'claim'), change, view),
  run: ({ claims, ...change }, context) => tagRecords(claims, change, context),
});

/** Removes claims with their ratings and links; the highlights stay. */
const removeClaims = defineCommand({
  name: 'claim/remove',
  input: z.strictObject({ claims: z.array(ClaimId).min(1) }),
  label: ({ claims }, view) =>
    `Remove ${namedOrCounted(claims, 'claim', (id) => `the claim “${statementOf(view, id)}”`)}`,
  run: ({ claims }, context) => {
    const draft = new Draft(context.view);
    // What another has removed meanwhile is as the analyst wanted it, and no error.
    draft.remove(claims);
    return ok(draft.diff());
  },
});

/** Every command of this family. */
export const claimCommands = [
  createClaim,
  updateClaim,
  changeEvidence,
  tagClaims,
  removeClaims,
] as const;

/** What a label calls the field that was changed. */
const fieldNames: Readonly<Record<keyof ClaimDetails, string>> = {
  statement: 'statement',
  attribution: 'attribution',
  hedge: 'hedge',
  eventTime: 'event time',
  place: 'place',
  tags: 'tags',
  note: 'note',
};

function statementOf(view: CaseView, id: ClaimId): string {
  return brief(view.get(id)?.statement ?? 'a claim');
}

/** The attribution that a claim begins with: whoever publishes the document says so on the record. */
function publisherHop(view: CaseView, document: DocumentId): Hop[] {
  const publisher = view.get(document)?.publisher ?? null;
  return publisher === null ? [] : [{ source: publisher, manner: 'on-record', anchor: null }];
}

// Gives every range in the details its quote, and makes the sources that are new. The window sends ranges only, so that
// no quote can differ from its text. An error names the document whose text does not reach that far.
function anchor(
  context: CommandContext,
  draft: Draft,
  document: DocumentId,
  { attribution, eventTime, ...details }: ClaimDetails,
): Result<Changes<Claim>, ChangeError> {
  const text = context.textOf(document);
  const outside = err(
    changeError('highlight/outside-text', { document: context.view.get(document)?.title ?? '' }),
  );
  const anchored: { -readonly [K in keyof Changes<Claim>]: Changes<Claim>[K] } = { ...details };
  if (attribution !== undefined) {
    const hops = attribution.map((hop) => ({
      ...hop,
      source: chosenSource(draft, hop.source, context),
      anchor: spanOf(text, hop.anchor),
    }));
    if (hops.some((hop) => hop.anchor === undefined)) return outside;
    anchored.attribution = hops.map((hop) => ({ ...hop, anchor: hop.anchor ?? null }));
  }
  if (eventTime !== undefined) {
    const span = spanOf(text, eventTime?.anchor ?? null);
    if (span === undefined) return outside;
    anchored.eventTime = eventTime === null ? null : { ...eventTime, anchor: span };
  }
  return ok(anchored);
}

// Undefined: the range lies outside the text. Null: there is no range.
function spanOf(
  text: string,
  range: { start: number; end: number } | null,
): Span | null | undefined {
  return range === null ? null : (makeSpan(text, range) ?? undefined);
}
