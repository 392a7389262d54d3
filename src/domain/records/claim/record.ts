import { z } from 'zod';
import { EdtfDate } from '../../core/edtf.ts';
import { recordId } from '../../core/record-id.ts';
import { DocumentId } from '../document/record.ts';
import { SourceId } from '../source/record.ts';
import { TagId } from '../tag/record.ts';
import { dateLabel } from '../../analysis/date-label.ts';
import { brief } from '../../core/brief.ts';
import { type NameOf, type RecordDefinition, wordsOr } from '../definition.ts';
import { type Highlight, HighlightId } from '../highlight/record.ts';
import { ShortNumber } from '../../core/short-number.ts';
import { Span } from '../../core/span.ts';
import { Stamp } from '../../core/stamp.ts';
import { hedges, manners, termOf, valuesOf } from '../vocabulary.ts';

/** The id of a claim. */
export const ClaimId = recordId('claim');
export type ClaimId = z.infer<typeof ClaimId>;

/** One hop of an attribution: who speaks, how, and the words of the claim's document that name them. */
export const Hop = z.strictObject({
  source: SourceId,
  manner: z.enum(valuesOf(manners)),
  anchor: Span.nullable(),
});
export type Hop = z.infer<typeof Hop>;

/** When a claim says that something happened, with the words of the claim's document it came from. */
const EventTime = z.strictObject({ edtf: EdtfDate, anchor: Span.nullable() });

/** One checkable assertion in the analyst's words, anchored in at least one highlight. */
export const Claim = z.strictObject({
  type: z.literal('claim'),
  id: ClaimId,
  number: ShortNumber,
  created: Stamp,
  /** The document that makes the claim; the first highlight lies in it, further evidence may lie elsewhere. */
  document: DocumentId,
  highlights: z.array(HighlightId).min(1),
  statement: z.string().min(1),
  /** From the document's publisher down to the origin, which is last; empty when nobody is named. */
  attribution: z.array(Hop),
  hedge: z.enum(valuesOf(hedges)),
  /** Null when unknown. */
  eventTime: EventTime.nullable(),
  place: z.string(),
  tags: z.array(TagId),
  note: z.string(),
});
export type Claim = z.infer<typeof Claim>;

/** What the case has to know of a claim. */
export const claimDefinition: RecordDefinition<'claim', Claim> = {
  type: 'claim',
  name: 'Claim',
  letter: 'C',
  schema: Claim,
  references: [
    {
      field: 'document',
      targets: ['document'],
      ids: ({ document }) => [document],
      // A claim without its document has nothing to stand on, and goes with it.
      without: () => null,
    },
    {
      field: 'highlights',
      targets: ['highlight'],
      isSet: true,
      ids: ({ highlights }) => highlights,
      // A claim stays as long as it has any evidence. That the first of it lies in its own document is for commands to
      // see to.
      without: (claim, gone) => {
        const highlights = claim.highlights.filter((id) => !gone.has(id));
        return highlights.length === 0 ? null : { ...claim, highlights };
      },
    },
    {
      field: 'attribution',
      targets: ['source'],
      ids: ({ attribution }) => attribution.map((hop) => hop.source),
      // The chain closes over a hop that goes.
      without: (claim, gone) => ({
        ...claim,
        attribution: claim.attribution.filter((hop) => !gone.has(hop.source)),
      }),
    },
    {
      field: 'tags',
      targets: ['tag'],
      isSet: true,
      ids: ({ tags }) => tags,
      without: (claim, gone) => ({ ...claim, tags: claim.tags.filter((tag) => !gone.has(tag)) }),
    },
  ],
  home: { with: 'document' },
  owners: ['document'],
  title: ({ statement }) => brief(statement),
  fields: (claim, nameOf) => [
    { label: 'Statement', words: claim.statement },
    { label: 'Words it is anchored in', words: claim.highlights.map(nameOf) },
    { label: 'In', words: nameOf(claim.document) },
    { label: 'Who says so', words: chainWords(claim, nameOf) },
    { label: 'Words that name them', words: hopAnchors(claim).map(({ exact }) => exact) },
    { label: 'Hedge in the text', words: termOf(hedges, claim.hedge).label },
    { label: 'Event time', words: wordsOr(claim.eventTime?.edtf ?? null, dateLabel) },
    { label: 'Words for the event time', words: claim.eventTime?.anchor?.exact ?? '' },
    { label: 'Place', words: claim.place },
    { label: 'Tags', words: claim.tags.map(nameOf) },
    { label: 'Note', words: claim.note },
  ],
  spans: (claim) => {
    const time = claim.eventTime?.anchor ?? null;
    const anchors = [...hopAnchors(claim), ...(time === null ? [] : [time])];
    return anchors.map((span) => ({ document: claim.document, span }));
  },
  problem: ({ document, highlights: [first] }, view) => {
    // An id's prefix is the type of its record.
    const start = (first === undefined ? undefined : view.get(first)) as Highlight | undefined;
    return start?.document === document ? null : 'starts outside its document';
  },
};

function chainWords({ attribution }: Claim, nameOf: NameOf): string {
  return attribution
    .map(
      ({ source, manner }) => `${nameOf(source)} (${termOf(manners, manner).label.toLowerCase()})`,
    )
    .join(' → ');
}

function hopAnchors({ attribution }: Claim): Span[] {
  return attribution.flatMap(({ anchor }) => anchor ?? []);
}
