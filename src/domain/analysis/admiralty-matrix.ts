import type { CaseView } from '../core/case-state.ts';
import type { Claim, ClaimId } from '../records/claim/record.ts';
import { credibility } from '../scales/admiralty-credibility.ts';
import { reliability } from '../scales/admiralty-reliability.ts';
import { type CredibilityGrade, type ReliabilityGrade, gradeBadge } from './attribution.ts';

/** The claims of one letter and one digit. */
export interface AdmiraltyCell {
  readonly reliability: ReliabilityGrade;
  readonly credibility: CredibilityGrade;
  readonly claims: readonly ClaimId[];
}

/** Claims by reliability of the origin (rows, A to F) and credibility (columns, 1 to 6). */
export interface AdmiraltyMatrix {
  readonly rows: readonly (readonly AdmiraltyCell[])[];
  /** Claims that have no place in it, by what they lack. A claim without an origin lacks the letter. */
  readonly unrated: {
    readonly reliability: readonly ClaimId[];
    readonly credibility: readonly ClaimId[];
    readonly both: readonly ClaimId[];
  };
}

/** Sorts claims into the 6×6 matrix; each appears exactly once, unrated ones apart and never as F or 6. */
export function admiraltyMatrix(view: CaseView, claims: Iterable<Claim>): AdmiraltyMatrix {
  const byGrade = new Map<string, ClaimId[]>();
  for (const claim of claims) {
    const grade = gradeBadge(view, claim);
    const key = keyOf(grade.reliability, grade.credibility);
    const group = byGrade.get(key) ?? [];
    group.push(claim.id);
    byGrade.set(key, group);
  }
  function among(
    letters: readonly (ReliabilityGrade | null)[],
    digits: readonly (CredibilityGrade | null)[],
  ): ClaimId[] {
    return letters.flatMap((letter) =>
      digits.flatMap((digit) => byGrade.get(keyOf(letter, digit)) ?? []),
    );
  }
  const letters = reliability.grades.map((grade) => grade.value);
  const digits = credibility.grades.map((grade) => grade.value);
  return {
    rows: letters.map((letter) =>
      digits.map((digit) => ({
        reliability: letter,
        credibility: digit,
        claims: among([letter], [digit]),
      })),
    ),
    unrated: {
      reliability: among([null], digits),
      credibility: among(letters, [null]),
      both: among([null], [null]),
    },
  };
}

function keyOf(letter: ReliabilityGrade | null, digit: CredibilityGrade | null): string {
  return [letter, digit].join();
}
