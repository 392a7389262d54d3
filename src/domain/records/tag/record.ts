import { z } from 'zod';
import { TagId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';

/** How many hues the tag palette has; `ui/tokens.css` gives each its wash and ink. */
export const tagColours = 8;

/** An entry of the case's codebook, put on highlights and claims. */
export const Tag = z.strictObject({
  type: z.literal('tag'),
  id: TagId,
  created: Stamp,
  name: z.string().min(1),
  parent: TagId.nullable(),
  /** Rank among its siblings; smaller comes first. */
  position: z.number(),
  /** Index into the palette, from 1. */
  colour: z.int().min(1).max(tagColours),
  definition: z.string(),
  /** The digit that puts it on a selection, or null. */
  key: z
    .string()
    .regex(/^[0-9]$/)
    .nullable(),
});
export type Tag = z.infer<typeof Tag>;

/** What the case has to know of a tag. */
export const tagDefinition = defineRecord({
  type: 'tag',
  schema: Tag,
  references: [
    {
      field: 'parent',
      targets: ['tag'],
      ids: ({ parent }) => (parent === null ? [] : [parent]),
      without: () => null,
    },
  ],
});
