import { type ClaimFacts, claimFacts } from '../../../domain/analysis/claim-facts.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { AnyId, ClaimId } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { keepRows, useRows } from '../../state/rows.ts';

/** A claim with all that the table of claims shows of it. */
export interface ClaimRow extends ClaimFacts {
  readonly id: ClaimId;
  readonly links: number;
  readonly analyst: string;
}

const source = keepRows<'claim', ClaimRow>({ type: 'claim', prepare, affected });

/** Every claim as a row. */
export function useClaimRows(): readonly ClaimRow[] {
  return useRows(source);
}

/** Starts making claim rows. */
export function prepare(view: CaseView): (claim: Claim) => ClaimRow {
  const factsOf = claimFacts(view);
  return (claim) => ({
    ...factsOf(claim),
    id: claim.id,
    links: [...view.referring(claim.id, 'link')].length,
    analyst: view.get(claim.created.by)?.name ?? '',
  });
}

/** The records that show something of the given one in their claim rows. */
export function affected(changed: AnyRecord, view: CaseView): Iterable<AnyId> {
  switch (changed.type) {
    case 'source':
    case 'tag':
    case 'document':
      return view.referrers(changed.id);
    case 'rating':
      return [changed.subject, ...view.referrers(changed.subject)];
    case 'link':
      return [changed.from, changed.to];
    case 'analyst':
      return Array.from(view.all('claim'), ({ id }) => id);
    case 'case':
    case 'highlight':
    case 'claim':
      return [];
  }
}
