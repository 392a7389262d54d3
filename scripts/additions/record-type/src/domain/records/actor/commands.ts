import { z } from 'zod';
import { changed, defineCommand, stampOf } from '../../commands/command.ts';
import { Draft } from '../../core/draft.ts';
import { changeError } from '../../core/errors.ts';
import { err, ok } from '../../core/result.ts';
import { Actor, ActorId } from './record.ts';

const createActor = defineCommand({
  name: 'actor/create',
  input: z.strictObject({ name: Actor.shape.name }),
  label: ({ name }) => `Add the actor “${name}”`,
  run: ({ name }, context) => {
    const draft = new Draft(context.view);
    const id = context.newId('actor');
    draft.put({ type: 'actor', id, created: stampOf(context), name, claims: [] });
    return ok(draft.diff());
  },
});

const updateActor = defineCommand({
  name: 'actor/update',
  input: z.strictObject({ actor: ActorId, changes: Actor.pick({ name: true, claims: true }) }),
  label: () => 'Change an actor',
  run: ({ actor: id, changes }, context) => {
    const actor = context.view.get(id);
    if (actor === undefined) return err(changeError('command/missing', { what: 'actor' }));
    const draft = new Draft(context.view);
    draft.put(changed(actor, changes));
    return ok(draft.diff());
  },
});

/** The commands that change actors. */
export const actorCommands = [createActor, updateActor] as const;
