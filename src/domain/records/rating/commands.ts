import { z } from 'zod';
import type { CaseView } from '../../core/case-state.ts';
import { namedOrCounted } from '../../core/counted.ts';
import { type Diff, sizeOf } from '../../core/diff.ts';
import { Draft } from '../../core/draft.ts';
import { changeError } from '../../core/errors.ts';
import { Rating, RatingId } from './record.ts';
import { gradeOf, gradeSign, scales } from '../../scales/registry.ts';
import { err, ok } from '../../core/result.ts';
import { brief } from '../../core/brief.ts';
import { typeOfId } from '../registry.ts';
import { changed, defineCommand, stampOf } from '../../commands/command.ts';

/** Rates sources or claims: adds one rating to the history of each. */
const addRatings = defineCommand({
  name: 'rating/add',
  input: z.strictObject({
    subjects: z.array(Rating.shape.subject).min(1),
    scale: Rating.shape.scale,
    // Which values there are depends on the scale, so they are looked up in `run`.
    value: z.string(),
    reason: z.string().default(''),
  }),
  label: ({ subjects, scale, value }, view) => {
    const what = subjectsName(subjects, view);
    const sign = gradeSign(scale, value);
    return scales[scale].hasCodes
      ? `Rate ${what} ${sign}`
      : `${scales[scale].name} on ${what}: ${sign}`;
  },
  run: ({ subjects, scale, value, reason }, context) => {
    if (gradeOf(scale, value) === undefined) {
      const problem = `${scales[scale].name.toLowerCase()} has no grade “${value}”`;
      return err(changeError('command/invalid', { command: 'rating/add', problem }));
    }
    const draft = new Draft(context.view);
    // A subject that is named twice is rated once.
    for (const subject of new Set(subjects)) {
      if (context.view.get(subject) === undefined) {
        return err(changeError('command/missing', { what: typeOfId(subject) }));
      }
      draft.put({
        type: 'rating',
        id: context.newId('rating'),
        created: stampOf(context),
        subject,
        scale,
        value,
        reason,
      });
    }
    return ok(draft.diff());
  },
});

/** Writes down, or corrects, why a rating was given. The grade itself is never changed: a new rating is added. */
const explainRating = defineCommand({
  name: 'rating/explain',
  input: z.strictObject({ rating: RatingId, reason: z.string() }),
  label: () => 'Explain a rating',
  run: ({ rating: id, reason }, context) => {
    const rating = context.view.get(id);
    if (rating === undefined) return err(changeError('command/missing', { what: 'rating' }));
    const draft = new Draft(context.view);
    draft.put(changed(rating, { reason }));
    return ok(draft.diff());
  },
});

/**
 * Whether a change says why the one rating was given that the change before it added without a reason. The analyst has
 * rated once then, however many changes it took: a grade is given at a key, and its reason written after.
 */
export function givesReasonFor(added: Diff, next: Diff): boolean {
  const [rating] = added.created;
  const [update] = next.updated;
  if (sizeOf(added) !== 1 || sizeOf(next) !== 1 || update === undefined) return false;
  return rating?.type === 'rating' && rating.reason === '' && rating.id === update[1].id;
}

/** Every command of this family. */
export const ratingCommands = [addRatings, explainRating] as const;

function subjectsName(subjects: readonly Rating['subject'][], view: CaseView): string {
  // A scale rates sources or claims, so that all are of one type.
  const [type = 'record'] = subjects.map((subject) => typeOfId(subject));
  return namedOrCounted(subjects, type, (subject) => `“${nameOf(view, subject)}”`);
}

function nameOf(view: CaseView, subject: Rating['subject']): string {
  const record = view.get(subject);
  return brief(record?.type === 'source' ? record.name : (record?.statement ?? ''));
}
