import { reliabilityOf } from '../domain/analysis/attribution.ts';
import { type ClaimFacts, attributionLine, claimFacts } from '../domain/analysis/claim-facts.ts';
import { trackRecord } from '../domain/analysis/track-record.ts';
import type { CaseView } from '../domain/core/case-state.ts';
import type { DocumentRecord } from '../domain/records/document/record.ts';
import { shortName } from '../domain/records/registry.ts';
import type { Source, SourceId } from '../domain/records/source/record.ts';

/** The kinds of records that can be listed. */
export const listings = ['documents', 'claims', 'sources'] as const;
export type Listing = (typeof listings)[number];

/** One record as a listing shows it; null where nothing is known. The shapes are promised to machines. */
export type Row = Readonly<Record<string, string | number | readonly string[] | null>>;

/** The rows of a listing, in the order in which the records came into the case. */
export function rowsOf(view: CaseView, listing: Listing): Row[] {
  switch (listing) {
    case 'documents':
      return [...view.all('document')].map((document) => documentRow(view, document));
    case 'claims':
      return Array.from(view.all('claim'), (claim) => claimRow(claimFacts(view, claim)));
    case 'sources':
      return [...view.all('source')].map((source) => sourceRow(view, source));
  }
}

function documentRow(view: CaseView, document: DocumentRecord): Row {
  const { id, title, authors, date, publisher, language, url, format, fileName, length } = document;
  return {
    // The keys come in this order in the JSON.
    ...{ id, title, authors, date, publisher: nameOf(view, publisher), language, url },
    ...{ format, fileName, length },
    highlights: [...view.referring(id, 'highlight')].length,
    claims: [...view.referring(id, 'claim')].length,
  };
}

function claimRow(facts: ClaimFacts): Row {
  const { claim, reliability, credibility, origin, verdict, tags } = facts;
  const { id, statement, document, hedge, eventTime, place } = claim;
  return {
    ...{ number: shortName(claim), id, statement, document, documentTitle: facts.document },
    ...{ attribution: attributionLine(facts), attributionNumbers: facts.chainNumbers, origin },
    ...{ hedge, eventTime: eventTime?.edtf ?? null, place },
    ...{ reliability, credibility, verdict, tags: tags.map(({ name }) => name) },
  };
}

function sourceRow(view: CaseView, source: Source): Row {
  const { id, name, kind, aliases, parent } = source;
  const { originated, relayed, verdicts, estimate, lastCited } = trackRecord(view, id);
  return {
    ...{ number: shortName(source), id, name, kind, aliases, parent: nameOf(view, parent) },
    reliability: reliabilityOf(view, id),
    // One count for each verdict, by its key on the scale.
    ...{ originated, relayed, ...verdicts },
    trackRecordMean: estimate?.mean ?? null,
    trackRecordLow90: estimate?.low ?? null,
    trackRecordHigh90: estimate?.high ?? null,
    lastCited,
  };
}

function nameOf(view: CaseView, source: SourceId | null): string | null {
  return source === null ? null : (view.get(source)?.name ?? null);
}
