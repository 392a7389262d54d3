import { gradeBadge, originOf } from '../../../../domain/analysis/attribution.ts';
import { highlightsInOrder } from '../../../../domain/analysis/document-order.ts';
import { ratingsOf, verdictOf } from '../../../../domain/analysis/ratings.ts';
import { trackRecord } from '../../../../domain/analysis/track-record.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Claim, ClaimId } from '../../../../domain/records/claim/record.ts';
import type { DocumentId, DocumentRecord } from '../../../../domain/records/document/record.ts';
import type { Source, SourceId } from '../../../../domain/records/source/record.ts';
import type { Span } from '../../../../domain/core/span.ts';
import { scalesFor } from '../../../../domain/scales/registry.ts';
import { typeOfId } from '../../../../domain/records/registry.ts';
import { codePointOffsets } from '../code-point-offsets.ts';
import { recordsOf } from '../contents.ts';
import type { Contents, ExportRequest } from '../exporter.ts';

/** A quote without its place: for words of a document whose text is not at hand here. */
type Quote = Pick<Span, 'exact' | 'prefix' | 'suffix'>;
type Convert = (document: DocumentId, span: Span) => Quote | Span;

/**
 * Raised when a program that reads version 1 could misread the file. It is the `version` of the file itself, whatever
 * the version of the program is.
 */
const version = 1;

// Written into every file, because the file may reach somebody who has no documentation of it.
const about = {
  positions:
    'start and end count Unicode code points (not bytes, not UTF-16 units) of the document’s extracted text, from 0, end exclusive, as the TextPositionSelector of the W3C Web Annotation model does. exact, prefix and suffix are that model’s TextQuoteSelector. Words of documents that are not in this file have their quote only.',
  attribution:
    'The chain from the publisher down to the origin, which is last. An empty chain names nobody.',
  ratings:
    'Histories, oldest first; the last one holds. Reliability and credibility are the NATO Admiralty code. Null means never rated, which is not the grade F or 6.',
  trackRecord:
    'Counted over the whole case, from the verdicts on claims that the source originates: mean and central 90 % interval of Beta(supported + ½, refuted + ½), as shares from 0 to 1; null without verdicts.',
  dates:
    'Dates of documents and events are EDTF (ISO 8601-2); times of records are ISO 8601 in UTC.',
} as const;

/** Documents, claims, sources, tags and links as one JSON file that explains itself. */
export function write(contents: Contents, request: ExportRequest): Uint8Array[] {
  const { view, at, state, generator } = request;
  const convert = spanConverter(request);
  const { id, name, question, tlp, sourceSummary } = contents.caseRecord;
  const file = {
    format: 'assay-tables',
    version,
    about,
    made: { at, by: generator, state },
    case: { id, name, question, tlp, sourceSummary },
    analysts: Object.fromEntries([...view.all('analyst')].map((each) => [each.id, each.name])),
    documents: contents.documents.map((document) => documentEntry(view, document, convert)),
    claims: Array.from(contents.claims.values(), (claim) => claimEntry(view, claim, convert)),
    sources: Array.from(contents.sources.values(), (source) => sourceEntry(view, source)),
    tags: recordsOf(view, contents.tags.keys(), 'tag'),
    links: linksAmong(view, contents),
  };
  return [new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)];
}

function spanConverter({ documents, texts }: ExportRequest): Convert {
  // One counter for each document: making it reads the whole text.
  const counters = new Map(
    [...new Set(documents)].map((id) => [id, codePointOffsets(texts(id).text)]),
  );
  return (document, { start, end, ...quote }) => {
    const count = counters.get(document);
    return count === undefined ? quote : { start: count(start), end: count(end), ...quote };
  };
}

function documentEntry(view: CaseView, document: DocumentRecord, convert: Convert) {
  const { id, title, authors, date, language, url, publisher, note, fileName } = document;
  return {
    ...{ id, title, authors, date, language, url, publisher, note, fileName },
    textSha256: document.text,
    originalSha256: document.original.hash,
    highlights: highlightsInOrder(view, id).map((highlight) => ({
      id: highlight.id,
      created: highlight.created,
      spans: highlight.spans.map((span) => convert(id, span)),
      tags: highlight.tags,
      note: highlight.note,
    })),
  };
}

function claimEntry(view: CaseView, claim: Claim, convert: Convert) {
  const { id, number, created, document, statement, hedge, place, tags, note } = claim;
  function anchored(anchor: Span | null): Quote | null {
    return anchor === null ? null : convert(document, anchor);
  }
  return {
    ...{ id, number, created, document, statement, hedge, place, tags, note },
    attribution: claim.attribution.map((hop) => ({ ...hop, anchor: anchored(hop.anchor) })),
    origin: originOf(claim),
    eventTime:
      claim.eventTime === null
        ? null
        : { edtf: claim.eventTime.edtf, anchor: anchored(claim.eventTime.anchor) },
    evidence: recordsOf(view, claim.highlights, 'highlight').map((highlight) => ({
      highlight: highlight.id,
      document: highlight.document,
      spans: highlight.spans.map((span) => convert(highlight.document, span)),
    })),
    grade: gradeBadge(view, claim),
    verdict: verdictOf(view, id),
    ratings: histories(view, id),
  };
}

function sourceEntry(view: CaseView, source: Source) {
  return {
    ...source,
    ratings: histories(view, source.id),
    trackRecord: trackRecord(view, source.id),
  };
}

// The ratings on each scale, by its name: `credibility`, `verdict`.
function histories(view: CaseView, subject: SourceId | ClaimId) {
  return Object.fromEntries(
    scalesFor(typeOfId(subject)).map(({ id, name }) => [
      name.toLowerCase(),
      ratingsOf(view, subject, id).map(({ value, reason, created }) => ({
        value,
        reason,
        ...created,
      })),
    ]),
  );
}

// A link with one end outside the export is kept: the reader learns that there is more. A set, because a link between
// two claims of the export is found from both.
function linksAmong(view: CaseView, contents: Contents) {
  const claims = [...contents.claims.keys()];
  return [...new Set(claims.flatMap((claim) => [...view.referring(claim, 'link')]))];
}
