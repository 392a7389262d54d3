import { z } from 'zod';
import { brief } from '../../core/brief.ts';
import { recordId } from '../../core/record-id.ts';
import { Stamp } from '../../core/stamp.ts';
import { ClaimId } from '../claim/record.ts';
import type { RecordDefinition } from '../definition.ts';

/** The id of an actor. */
export const ActorId = recordId('actor');
export type ActorId = z.infer<typeof ActorId>;

/** Who acts in what is claimed. */
export const Actor = z.strictObject({
  type: z.literal('actor'),
  id: ActorId,
  created: Stamp,
  name: z.string().min(1),
  claims: z.array(ClaimId),
});
export type Actor = z.infer<typeof Actor>;

/** What the case has to know of an actor. */
export const actorDefinition: RecordDefinition<'actor', Actor> = {
  type: 'actor',
  name: 'Actor',
  schema: Actor,
  references: [
    {
      field: 'claims',
      targets: ['claim'],
      isSet: true,
      ids: ({ claims }) => claims,
      without: (actor, gone) => ({ ...actor, claims: actor.claims.filter((id) => !gone.has(id)) }),
    },
  ],
  home: 'case',
  title: ({ name }) => brief(name),
  fields: (actor, nameOf) => [
    { label: 'Name', words: actor.name },
    { label: 'Claims', words: actor.claims.map(nameOf) },
  ],
};
