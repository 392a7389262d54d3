import { type ClaimFacts, claimFacts } from '../../../domain/analysis/claim-facts.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { ClaimId } from '../../../domain/core/ids.ts';
import { type RowPlan, keepRows, useRows } from '../../state/rows.ts';

/** A claim with all that the table of claims shows of it. */
export interface ClaimRow extends ClaimFacts {
  readonly id: ClaimId;
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
  return {
    ...claimFacts(view, claim),
    id: claim.id,
    links: [...view.referring(claim.id, 'link')].length,
    analyst: view.get(claim.created.by)?.name ?? '',
  };
}
