import { verdictOf } from '../../../../domain/analysis/ratings.ts';
import type { Claim, ClaimId } from '../../../../domain/records/claim/record.ts';
import type { Verdict } from '../../../../domain/scales/verdict.ts';
import type { Contents, ExportRequest } from '../exporter.ts';
import type { AnalystId } from '../../../../domain/records/analyst/record.ts';
import type { HighlightId } from '../../../../domain/records/highlight/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import type { Source, SourceId } from '../../../../domain/records/source/record.ts';
import type { TagId } from '../../../../domain/records/tag/record.ts';

/** Everything the parts of a report draw from. */
export interface Report {
  readonly contents: Contents;
  readonly request: ExportRequest;
}

/** What every part of a report is given. */
export interface ReportProps {
  readonly report: Report;
}

/** The anchor of a record within the report, or null if the report does not show it. */
export const anchors = {
  words: ({ contents }: Report, id: HighlightId) => anchor('w', contents.highlights.get(id)),
  note: ({ contents }: Report, id: HighlightId) => anchor('n', contents.highlights.get(id)),
  claim: ({ contents }: Report, id: ClaimId) => anchor('c', contents.claims.get(id)?.number),
  source: ({ contents }: Report, id: SourceId) => anchor('s', contents.sources.get(id)?.number),
  tag: ({ contents }: Report, id: TagId) => anchor('t', contents.tags.get(id)),
} as const;

function anchor(prefix: string, number: number | undefined): string | null {
  return number === undefined ? null : `${prefix}${number}`;
}

// What a reader must not miss comes first: one line can show one verdict, and the note beside it shows all.
const mostTelling: readonly Verdict[] = ['refuted', 'supported', 'unverifiable', 'open'];

/** The verdict that a highlight with these claims is underlined in, or null without claims. */
export function lineVerdict({ request }: Report, claims: readonly Claim[]): Verdict | null {
  const verdicts = new Set(claims.map((claim) => verdictOf(request.view, claim.id)));
  return mostTelling.find((verdict) => verdicts.has(verdict)) ?? null;
}

/** The name of an analyst. */
export function analystName({ request }: Report, id: AnalystId): string {
  return request.view.get(id)?.name ?? 'an analyst no longer in the case';
}

/** The name of a source. */
export function sourceName(report: Report, id: SourceId): string {
  return sourceOf(report, id).name;
}

/** The short number of a source. */
export function sourceNumber(report: Report, id: SourceId): string {
  return shortName(sourceOf(report, id));
}

// Integrity keeps every reference, so a missing one is a bug.
function sourceOf({ request }: Report, id: SourceId): Source {
  const source = request.view.get(id);
  if (source === undefined) throw new Error(`No source ${id}`);
  return source;
}

/**
 * An estimated share as a whole percentage, never 0 or 100: an estimate excludes neither, and rounding must not
 * claim that it does.
 */
export function percent(share: number): string {
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))}%`;
}
