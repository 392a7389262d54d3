import {
  type CredibilityGrade,
  type ReliabilityGrade,
  credibilityOf,
  originOf,
  reliabilityOf,
} from '../../../domain/analysis/attribution.ts';
import { verdictOf } from '../../../domain/analysis/ratings.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { ClaimId, SourceId } from '../../../domain/core/ids.ts';
import type { Tag } from '../../../domain/records/tag/record.ts';
import type { Verdict } from '../../../domain/scales/verdict.ts';
import { type RowPlan, keepRows, useRows } from '../../state/rows.ts';

/** A claim with all that the table of claims shows of it. */
export interface ClaimRow {
  readonly id: ClaimId;
  readonly claim: Claim;
  /** The letter of the origin; null: not rated, or nobody is named. */
  readonly letter: ReliabilityGrade | null;
  readonly digit: CredibilityGrade | null;
  /** The name of the origin; empty when nobody is named. */
  readonly origin: string;
  /** The names of the attribution, from the publisher to the origin. */
  readonly chain: readonly string[];
  readonly verdict: Verdict;
  readonly tags: readonly Tag[];
  readonly document: string;
  /** EDTF, or null. */
  readonly documentDate: string | null;
  readonly links: number;
  readonly analyst: string;
}

/** The rows of the table of claims. */
export const claimRows: RowPlan<'claim', ClaimRow> = { type: 'claim', row: rowOf };

const source = keepRows(claimRows);

/** Every claim as a row. */
export function useClaimRows(): readonly ClaimRow[] {
  return useRows(source);
}

function rowOf(view: CaseView, claim: Claim): ClaimRow {
  const origin = originOf(claim);
  const document = view.get(claim.document);
  return {
    id: claim.id,
    claim,
    letter: origin === null ? null : reliabilityOf(view, origin),
    digit: credibilityOf(view, claim),
    origin: origin === null ? '' : nameOf(view, origin),
    chain: claim.attribution.map((hop) => nameOf(view, hop.source)),
    verdict: verdictOf(view, claim.id),
    tags: claim.tags.flatMap((id) => view.get(id) ?? []),
    document: document?.title ?? '',
    documentDate: document?.date ?? null,
    links: [...view.referring(claim.id, 'link')].length,
    analyst: view.get(claim.created.by)?.name ?? '',
  };
}

function nameOf(view: CaseView, source: SourceId): string {
  return view.get(source)?.name ?? '';
}
