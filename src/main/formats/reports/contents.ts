import { claimsOn, numberHighlights } from '../../../domain/analysis/document-order.ts';
import { type CaseView, isRecord } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import type { CaseRecord } from '../../../domain/records/case/record.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import type { Source } from '../../../domain/records/source/record.ts';
import type { Tag } from '../../../domain/records/tag/record.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { HighlightId } from '../../../domain/records/highlight/record.ts';
import type { AnyId } from '../../../domain/records/registry.ts';
import { tlp } from '../../../domain/scales/tlp.ts';
import type { Contents, ExportRequest } from './exporter.ts';

// Names in a report are sorted alike on every machine; English is the language of the report's own words.
const byName = new Intl.Collator('en', { numeric: true, ignorePunctuation: true });

/**
 * Gathers what a request asks for; fails if it asks for nothing, or for a document that is gone. Every exporter works
 * on the same contents, so that numbers and orders agree between formats.
 */
export function gatherContents(request: ExportRequest): Result<Contents, AppError> {
  const { view } = request;
  const chosen = new Set(request.documents);
  if (chosen.size === 0) return err(appError('export/nothing-chosen', {}));
  const documents = recordsOf(view, chosen, 'document');
  // The document may have been removed while the analyst chose, or on the command line be named by a wrong id.
  if (documents.length < chosen.size) return err(appError('command/missing', { what: 'document' }));

  const highlights = numberHighlights(view, chosen);
  const claims = claimsOf(view, documents, highlights);
  return ok({
    caseRecord: caseRecordOf(view),
    documents,
    highlights,
    claims: byId(claims),
    sources: byId(sourcesOf(view, documents, claims)),
    tags: numbered(tagsOf(view, highlights.keys(), claims)),
  });
}

/** The TLP label of the case's marking. */
export function markingLabel({ caseRecord }: Contents): string {
  return tlp.find(({ value }) => value === caseRecord.tlp)?.label ?? '';
}

/** The records of numbered ids, in order. */
export function recordsOf<T extends 'document' | 'highlight' | 'source' | 'tag'>(
  view: CaseView,
  ids: Iterable<AnyId>,
  type: T,
) {
  return [...ids].map((id) => view.get(id)).filter((record) => isRecord(record, type));
}

function caseRecordOf(view: CaseView): CaseRecord {
  const [record] = view.all('case');
  if (record === undefined) throw new Error('The case has no case record');
  return record;
}

function claimsOf(
  view: CaseView,
  documents: readonly DocumentRecord[],
  highlights: ReadonlyMap<HighlightId, number>,
): Claim[] {
  const claims = new Set<Claim>();
  // First what is anchored, in the order of the words; then claims of the documents that have no evidence there. A set
  // keeps the first place of each.
  for (const highlight of highlights.keys()) {
    for (const claim of claimsOn(view, highlight)) claims.add(claim);
  }
  for (const { id } of documents) {
    for (const claim of view.referring(id, 'claim')) claims.add(claim);
  }
  return [...claims];
}

function sourcesOf(
  view: CaseView,
  documents: readonly DocumentRecord[],
  claims: readonly Claim[],
): Source[] {
  const publishers = documents.flatMap(({ publisher }) => (publisher === null ? [] : [publisher]));
  const named = claims.flatMap((claim) => claim.attribution.map((hop) => hop.source));
  const sources = recordsOf(view, new Set([...publishers, ...named]), 'source');
  return sources.sort((a, b) => a.number - b.number);
}

function tagsOf(
  view: CaseView,
  highlights: Iterable<HighlightId>,
  claims: readonly Claim[],
): Tag[] {
  const tagged = [...recordsOf(view, highlights, 'highlight'), ...claims];
  const tags = recordsOf(view, new Set(tagged.flatMap((record) => record.tags)), 'tag');
  return tags.sort((a, b) => byName.compare(a.name, b.name));
}

function byId<R extends { readonly id: AnyId }>(records: readonly R[]): Map<R['id'], R> {
  return new Map(records.map((record) => [record.id, record]));
}

function numbered<R extends { readonly id: AnyId }>(records: readonly R[]): Map<R['id'], number> {
  return new Map(records.map(({ id }, index) => [id, index + 1]));
}
