import type { CaseView } from '../core/case-state.ts';
import type { Rating } from '../records/rating/record.ts';
import type { ScaleId } from '../scales/registry.ts';
import { type Verdict, verdict } from '../scales/verdict.ts';
import type { ClaimId } from '../records/claim/record.ts';
import type { SourceId } from '../records/source/record.ts';

/** The history of a subject on one scale, oldest first. */
export function ratingsOf(view: CaseView, subject: SourceId | ClaimId, scale: ScaleId): Rating[] {
  return [...view.referring(subject, 'rating')]
    .filter((rating) => rating.scale === scale)
    .sort(byTime);
}

/** The rating that holds: the latest one, or null if the subject was never rated on the scale. */
export function currentRating(
  view: CaseView,
  subject: SourceId | ClaimId,
  scale: ScaleId,
): Rating | null {
  let latest: Rating | null = null;
  for (const rating of view.referring(subject, 'rating')) {
    if (rating.scale !== scale) continue;
    if (latest === null || byTime(latest, rating) < 0) latest = rating;
  }
  return latest;
}

/** What the analyst concluded about a claim; open without a rating. */
export function verdictOf(view: CaseView, claim: ClaimId): Verdict {
  const rating = currentRating(view, claim, verdict.id);
  return verdict.grades.find((grade) => grade.value === rating?.value)?.value ?? verdict.unrated;
}

// Stamps are UTC in one fixed form, so they compare as strings; ids, being time-sortable, break ties.
function byTime(a: Rating, b: Rating): number {
  return compare(a.created.at, b.created.at) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
