import { z } from 'zod';
import { ClaimId, LinkId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';
import { linkKinds, valuesOf } from '../vocabulary.ts';

/** How one claim stands to another. */
export const Link = z
  .strictObject({
    type: z.literal('link'),
    id: LinkId,
    created: Stamp,
    from: ClaimId,
    to: ClaimId,
    kind: z.enum(valuesOf(linkKinds)),
    note: z.string(),
  })
  .refine((link) => link.from !== link.to, { message: 'a claim cannot be linked to itself' });
export type Link = z.infer<typeof Link>;

/** What the case has to know of a link. */
export const linkDefinition = defineRecord({
  type: 'link',
  schema: Link,
  references: [
    {
      field: 'ends',
      targets: ['claim'],
      ids: ({ from, to }) => [from, to],
      without: () => null,
    },
  ],
});
