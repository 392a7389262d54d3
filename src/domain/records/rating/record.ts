import { z } from 'zod';
import { type ScaleId, gradeOf, scales, scalesFor } from '../../scales/registry.ts';
import { ClaimId, RatingId, SourceId, typeOfId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';

// Object.keys widens the keys of a literal; they are its ids by construction.
const scaleIds = Object.keys(scales) as ScaleId[];

/** One judgement of a source or claim on a scale: who, when, why. Ratings are a history; the latest one holds. */
export const Rating = z
  .strictObject({
    type: z.literal('rating'),
    id: RatingId,
    created: Stamp,
    subject: z.union([SourceId, ClaimId]),
    scale: z.enum(scaleIds),
    value: z.string(),
    reason: z.string(),
  })
  .refine((rating) => gradeOf(rating.scale, rating.value) !== undefined, {
    message: 'the scale has no such grade',
  })
  .refine(({ subject, scale }) => scalesFor(typeOfId(subject)).some(({ id }) => id === scale), {
    message: 'the scale does not rate this kind of record',
  });
export type Rating = z.infer<typeof Rating>;

/** What the case has to know of a rating. */
export const ratingDefinition = defineRecord({
  type: 'rating',
  schema: Rating,
  references: [
    {
      field: 'subject',
      targets: ['source', 'claim'],
      ids: ({ subject }) => [subject],
      without: () => null,
    },
  ],
});
