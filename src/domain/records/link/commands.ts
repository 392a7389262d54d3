import { z } from 'zod';
import { Draft } from '../../core/draft.ts';
import { changeError } from '../../core/errors.ts';
import { Link, LinkId } from './record.ts';
import { linkKinds, termOf } from '../vocabulary.ts';
import { err, ok } from '../../core/result.ts';
import { defineCommand, changed, stampOf } from '../../commands/command.ts';

/** Links two claims. */
const createLink = defineCommand({
  name: 'link/create',
  input: z.strictObject({
    from: Link.shape.from,
    to: Link.shape.to,
    kind: Link.shape.kind,
    note: Link.shape.note.default(''),
  }),
  label: ({ kind }) => `Link two claims (${termOf(linkKinds, kind).label.toLowerCase()})`,
  run: (input, context) => {
    // The schema of a link says so as well; here it is told in words for the analyst.
    if (input.from === input.to) {
      return err(
        changeError('command/invalid', {
          command: 'link/create',
          problem: 'a claim cannot be linked to itself',
        }),
      );
    }
    const draft = new Draft(context.view);
    draft.put({ type: 'link', id: context.newId('link'), created: stampOf(context), ...input });
    return ok(draft.diff());
  },
});

/** Changes how two claims are linked. */
const updateLink = defineCommand({
  name: 'link/update',
  input: z.strictObject({
    link: LinkId,
    changes: z.strictObject({ kind: Link.shape.kind, note: Link.shape.note }).partial(),
  }),
  label: () => 'Change a link',
  run: ({ link: id, changes }, context) => {
    const link = context.view.get(id);
    if (link === undefined) return err(changeError('command/missing', { what: 'link' }));
    const draft = new Draft(context.view);
    draft.put(changed(link, changes));
    return ok(draft.diff());
  },
});

/** Turns a link round: what updated the other is now updated by it. */
const turnLink = defineCommand({
  name: 'link/turn',
  input: z.strictObject({ link: LinkId }),
  label: ({ link: id }, view) => {
    const link = view.get(id);
    return link === undefined
      ? 'Turn a link round'
      : `Turn a link round (${termOf(linkKinds, link.kind).label.toLowerCase()})`;
  },
  run: ({ link: id }, context) => {
    const link = context.view.get(id);
    if (link === undefined) return err(changeError('command/missing', { what: 'link' }));
    const draft = new Draft(context.view);
    draft.put({ ...link, from: link.to, to: link.from });
    return ok(draft.diff());
  },
});

/** Takes a link away. */
const removeLink = defineCommand({
  name: 'link/remove',
  input: z.strictObject({ link: LinkId }),
  label: () => 'Remove a link',
  run: ({ link }, context) => {
    const draft = new Draft(context.view);
    draft.remove([link]);
    return ok(draft.diff());
  },
});

/** Every command of this family. */
export const linkCommands = [createLink, updateLink, turnLink, removeLink] as const;
