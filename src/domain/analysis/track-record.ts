import type { CaseView } from '../core/case-state.ts';
import type { DocumentId } from '../records/document/record.ts';
import { edtfBounds } from '../core/edtf.ts';
import type { Verdict } from '../scales/verdict.ts';
import { originOf } from './attribution.ts';
import { betaMean, betaQuantile } from './beta.ts';
import { verdictOf } from './ratings.ts';
import type { SourceId } from '../records/source/record.ts';

/** How often a source was right, as far as the verdicts can tell: shares from 0 to 1. */
export interface ReliabilityEstimate {
  readonly mean: number;
  /** The central 90 % credible interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * What a source has to show for itself in the whole case. The verdicts counted are those of the claims it
 * originates: passing on what somebody else said neither earns nor costs it anything.
 */
export interface TrackRecord {
  readonly originated: number;
  readonly relayed: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Null without a supported or refuted claim: no record is not 50 %. */
  readonly estimate: ReliabilityEstimate | null;
  /** The EDTF date of the latest document that cites the source, or null if none that does is dated. */
  readonly lastCited: string | null;
}

/** Where the central credible interval ends on each side: 90 % of the distribution lies between. */
const tail = 0.05;

/** Counts what a source said. Costs what the claims that cite it cost. */
export function trackRecord(view: CaseView, source: SourceId): TrackRecord {
  const verdicts = { open: 0, supported: 0, refuted: 0, unverifiable: 0 };
  const citing = new Set<DocumentId>();
  let originated = 0;
  let relayed = 0;
  for (const claim of view.referring(source, 'claim')) {
    citing.add(claim.document);
    if (originOf(claim) === source) {
      originated += 1;
      verdicts[verdictOf(view, claim.id)] += 1;
    } else {
      relayed += 1;
    }
  }
  return {
    originated,
    relayed,
    verdicts,
    estimate: jeffreysEstimate(verdicts.supported, verdicts.refuted),
    lastCited: latestDate(view, citing),
  };
}

/**
 * The mean and central 90 % interval of Beta(supported + ½, refuted + ½), the posterior under Jeffreys' prior;
 * null without any verdict.
 */
export function jeffreysEstimate(supported: number, refuted: number): ReliabilityEstimate | null {
  if (supported + refuted === 0) return null;
  const shape = { alpha: supported + 0.5, beta: refuted + 0.5 };
  return {
    mean: betaMean(shape),
    low: betaQuantile(tail, shape),
    high: betaQuantile(1 - tail, shape),
  };
}

function latestDate(view: CaseView, documents: Iterable<DocumentId>): string | null {
  let latest: string | null = null;
  let latestMoment = -Infinity;
  for (const id of documents) {
    const date = view.get(id)?.date ?? null;
    const moment = date === null ? null : edtfBounds(date).until;
    if (moment === null || moment <= latestMoment) continue;
    latest = date;
    latestMoment = moment;
  }
  return latest;
}
