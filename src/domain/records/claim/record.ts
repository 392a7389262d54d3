import { z } from 'zod';
import { EdtfDate } from '../../core/edtf.ts';
import { ClaimId, DocumentId, HighlightId, SourceId, TagId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Span } from '../../core/span.ts';
import { Stamp } from '../../core/stamp.ts';
import { hedges, manners, valuesOf } from '../vocabulary.ts';

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
export const claimDefinition = defineRecord({
  type: 'claim',
  schema: Claim,
  references: [
    {
      field: 'document',
      targets: ['document'],
      ids: ({ document }) => [document],
      without: () => null,
    },
    {
      field: 'highlights',
      targets: ['highlight'],
      ids: ({ highlights }) => highlights,
      without: (claim, gone) => {
        const highlights = claim.highlights.filter((id) => !gone.has(id));
        return highlights.length === 0 ? null : { ...claim, highlights };
      },
    },
    {
      field: 'attribution',
      targets: ['source'],
      ids: ({ attribution }) => attribution.map((hop) => hop.source),
      without: (claim, gone) => ({
        ...claim,
        attribution: claim.attribution.filter((hop) => !gone.has(hop.source)),
      }),
    },
    {
      field: 'tags',
      targets: ['tag'],
      ids: ({ tags }) => tags,
      without: (claim, gone) => ({ ...claim, tags: claim.tags.filter((tag) => !gone.has(tag)) }),
    },
  ],
});
