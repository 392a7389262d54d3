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
import type { AnyId, ClaimId, SourceId } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import type { Tag } from '../../../domain/records/tag/record.ts';
import type { Verdict } from '../../../domain/scales/verdict.ts';
import { RowSource, useRows } from '../../state/rows.ts';

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

/** The rows of every claim, kept between screens. */
export const claimRows = new RowSource<'claim', ClaimRow>({ type: 'claim', prepare, affected });

/** Every claim as a row. */
export function useClaimRows(): readonly ClaimRow[] {
  return useRows(claimRows);
}

/** Starts making claim rows; a source's letter and name are looked up once, however many claims cite it. */
export function prepare(view: CaseView): (claim: Claim) => ClaimRow {
  const letterOf = remembered((id: SourceId) => reliabilityOf(view, id));
  const nameOf = remembered((id: SourceId) => view.get(id)?.name ?? '');
  return (claim) => {
    const origin = originOf(claim);
    const document = view.get(claim.document);
    return {
      id: claim.id,
      claim,
      letter: origin === null ? null : letterOf(origin),
      digit: credibilityOf(view, claim),
      origin: origin === null ? '' : nameOf(origin),
      chain: claim.attribution.map((hop) => nameOf(hop.source)),
      verdict: verdictOf(view, claim.id),
      tags: claim.tags.flatMap((id) => view.get(id) ?? []),
      document: document?.title ?? '',
      documentDate: document?.date ?? null,
      links: [...view.referring(claim.id, 'link')].length,
      analyst: view.get(claim.created.by)?.name ?? '',
    };
  };
}

function remembered<K, V>(look: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = look(key);
    known.set(key, value);
    return value;
  };
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
