import type { CaseView } from '../core/case-state.ts';
import type { Claim } from '../records/claim/record.ts';
import { credibility } from '../scales/admiralty-credibility.ts';
import { reliability } from '../scales/admiralty-reliability.ts';
import { currentRating } from './ratings.ts';
import type { SourceId } from '../records/source/record.ts';

/** A letter of the Admiralty code, from A (completely reliable) to F (cannot be judged). */
export type ReliabilityGrade = (typeof reliability.grades)[number]['value'];

/** A digit of the Admiralty code, from 1 (confirmed) to 6 (cannot be judged). */
export type CredibilityGrade = (typeof credibility.grades)[number]['value'];

/**
 * The two halves of a grade such as "B2". Null is "not rated yet", which is not the same as the rating F or 6,
 * "looked into, no basis to judge".
 */
export interface GradeBadge {
  readonly reliability: ReliabilityGrade | null;
  readonly credibility: CredibilityGrade | null;
}

/** Who first says it: the last hop's source, or null when the attribution names nobody. */
export function originOf(claim: Claim): SourceId | null {
  return claim.attribution.at(-1)?.source ?? null;
}

/** Who passes it on: every hop but the last, in order, a source that stands there twice only once. */
export function relaysOf(claim: Claim): SourceId[] {
  return [...new Set(claim.attribution.slice(0, -1).map((hop) => hop.source))];
}

/** The reliability of a claim's origin with the credibility of the claim. */
export function gradeBadge(view: CaseView, claim: Claim): GradeBadge {
  const origin = originOf(claim);
  return {
    reliability: origin === null ? null : reliabilityOf(view, origin),
    credibility: credibilityOf(view, claim),
  };
}

/** The letter that a source has now, or null if it was never rated. */
export function reliabilityOf(view: CaseView, source: SourceId): ReliabilityGrade | null {
  const rating = currentRating(view, source, reliability.id);
  return reliability.grades.find((grade) => grade.value === rating?.value)?.value ?? null;
}

/** The digit that a claim has now, or null if it was never rated. */
function credibilityOf(view: CaseView, claim: Claim): CredibilityGrade | null {
  const rating = currentRating(view, claim.id, credibility.id);
  return credibility.grades.find((grade) => grade.value === rating?.value)?.value ?? null;
}
