import { type ClaimFacts, claimFacts } from '../../../domain/analysis/claim-facts.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Claim, ClaimId } from '../../../domain/records/claim/record.ts';
import { type RowPlan, RowSource, useRows } from '../../state/rows.ts';

/** A claim with all that the table of claims shows of it. */
export interface ClaimRow extends ClaimFacts {
  readonly id: ClaimId;
  readonly links: number;
  readonly analyst: string;
}

/** How a claim becomes a row. */
export const claimRowPlan: RowPlan<'claim', ClaimRow> = { type: 'claim', row: rowOf };

/** The rows of every claim, kept between screens. */
export const claimRows = new RowSource(claimRowPlan);

/** Every claim as a row. */
export function useClaimRows(): readonly ClaimRow[] {
  return useRows(claimRows);
}

function rowOf(view: CaseView, claim: Claim): ClaimRow {
  return {
    ...claimFacts(view, claim),
    id: claim.id,
    links: [...view.referring(claim.id, 'link')].length,
    analyst: view.get(claim.created.by)?.name ?? '',
  };
}
