import { z } from 'zod';
import { recordId } from '../../core/record-id.ts';
import { ClaimId } from '../claim/record.ts';
import type { RecordDefinition } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';
import { linkKinds, termOf, valuesOf } from '../vocabulary.ts';

/** The id of a link. */
export const LinkId = recordId('link');
export type LinkId = z.infer<typeof LinkId>;

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
export const linkDefinition: RecordDefinition<'link', Link> = {
  type: 'link',
  name: 'Link',
  schema: Link,
  references: [
    { field: 'from', targets: ['claim'], ids: ({ from }) => [from], without: () => null },
    { field: 'to', targets: ['claim'], ids: ({ to }) => [to], without: () => null },
  ],
  // A link between two documents has to be kept with one of them: that of the claim it begins at.
  home: { with: 'from' },
  owners: ['from', 'to'],
  title: ({ kind }) => termOf(linkKinds, kind).label,
  fields: (link, nameOf) => [
    { label: 'From', words: nameOf(link.from) },
    { label: 'How they stand', words: termOf(linkKinds, link.kind).label },
    { label: 'To', words: nameOf(link.to) },
    { label: 'Why', words: link.note },
  ],
};
