import { z } from 'zod';
import { type ScaleId, gradeOf, gradeWords, scales } from '../../scales/registry.ts';
import { prefixOf, recordId } from '../../core/record-id.ts';
import { ClaimId } from '../claim/record.ts';
import { SourceId } from '../source/record.ts';
import type { RecordDefinition } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';

/** The id of a rating. */
export const RatingId = recordId('rating');
export type RatingId = z.infer<typeof RatingId>;

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
  // Which values there are depends on the scale, and which scales there are on the subject: that is beyond a schema of
  // fields.
  .refine((rating) => gradeOf(rating.scale, rating.value) !== undefined, {
    message: 'the scale has no such grade',
  })
  .refine(({ subject, scale }) => scales[scale].rates.some((type) => type === prefixOf(subject)), {
    message: 'the scale does not rate this kind of record',
  });
export type Rating = z.infer<typeof Rating>;

/** What the case has to know of a rating. */
export const ratingDefinition: RecordDefinition<'rating', Rating> = {
  type: 'rating',
  name: 'Rating',
  schema: Rating,
  references: [
    {
      field: 'subject',
      targets: ['source', 'claim'],
      ids: ({ subject }) => [subject],
      without: () => null,
    },
  ],
  home: { with: 'subject' },
  owners: ['subject'],
  title: (rating) => `${scales[rating.scale].name} ${gradeWords(rating.scale, rating.value)}`,
  fields: (rating, nameOf) => [
    { label: 'Of', words: nameOf(rating.subject) },
    { label: scales[rating.scale].name, words: gradeWords(rating.scale, rating.value) },
    { label: 'Reason', words: rating.reason },
  ],
};
