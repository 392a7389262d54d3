import type { CaseView } from '../core/case-state.ts';
import type { Claim } from '../records/claim/record.ts';
import { shortName } from '../records/registry.ts';
import type { Tag } from '../records/tag/record.ts';
import { manners, termOf } from '../records/vocabulary.ts';
import type { Verdict } from '../scales/verdict.ts';
import type { SourceId } from '../records/source/record.ts';
import { type GradeBadge, gradeBadge, originOf } from './attribution.ts';
import { verdictOf } from './ratings.ts';

/**
 * A claim as a line of a table: with what the records around it say of it, by name instead of by id. The table of claims, the
 * listing of the command line and the exported table all show parts of this; the JSON export does not, because it keeps the
 * records apart and names them by id.
 */
export interface ClaimFacts extends GradeBadge {
  readonly claim: Claim;
  /** The names of the attribution, from the publisher to the origin. */
  readonly chain: readonly string[];
  /** Their short numbers, in the same order. */
  readonly chainNumbers: readonly string[];
  /** The name of the origin; null when nobody is named. */
  readonly origin: string | null;
  readonly verdict: Verdict;
  readonly tags: readonly Tag[];
  /** The title of the document that the claim was made in. */
  readonly document: string;
  /** EDTF, or null where the document has no date. */
  readonly documentDate: string | null;
}

/** The facts of a claim. All are read from the view given, so that one that notes what is read knows what they depend on. */
export function claimFacts(view: CaseView, claim: Claim): ClaimFacts {
  const origin = originOf(claim);
  const document = view.get(claim.document);
  return {
    claim,
    ...gradeBadge(view, claim),
    chain: claim.attribution.map((hop) => nameOf(view, hop.source)),
    chainNumbers: claim.attribution.map((hop) => numberOf(view, hop.source)),
    origin: origin === null ? null : nameOf(view, origin),
    verdict: verdictOf(view, claim.id),
    tags: claim.tags.flatMap((id) => view.get(id) ?? []),
    document: document?.title ?? '',
    documentDate: document?.date ?? null,
  };
}

/** An attribution on one line: `Asharq Al-Awsat (on record) → “Western sources” (anonymous)`; empty if nobody is named. */
export function attributionLine({ claim, chain }: ClaimFacts): string {
  return claim.attribution
    .map(({ manner }, place) => {
      const words = termOf(manners, manner).label.toLowerCase();
      return `${chain[place] ?? ''} (${words})`;
    })
    .join(' → ');
}

function numberOf(view: CaseView, source: SourceId): string {
  const record = view.get(source);
  return record === undefined ? '' : shortName(record);
}

function nameOf(view: CaseView, source: SourceId): string {
  return view.get(source)?.name ?? '';
}
