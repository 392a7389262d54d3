import { stringify } from 'csv-stringify/sync';
import { gradeBadge, originOf } from '../../../../domain/analysis/attribution.ts';
import { currentRating, ratingsOf, verdictOf } from '../../../../domain/analysis/ratings.ts';
import { trackRecord } from '../../../../domain/analysis/track-record.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { TagId } from '../../../../domain/core/ids.ts';
import type { Source } from '../../../../domain/records/source/record.ts';
import { chainLabel, sourceName } from '../chain-label.ts';
import { markingLabel, recordsOf } from '../contents.ts';
import type { Contents, Exporter, ExportRequest, ExportedFile } from '../exporter.ts';
import { exportKinds } from '../formats.ts';

type Row<Column extends string> = Readonly<Record<Column, string | number>>;

// Written out, because a table without rows has its columns all the same.
const claimColumns = [
  'id',
  'statement',
  'document',
  'document_date',
  'attribution',
  'origin',
  'hedge',
  'event_time',
  'place',
  'reliability_of_origin',
  'credibility',
  'verdict',
  'verdict_reason',
  'tags',
  'evidence',
  'note',
  'created',
] as const;

const sourceColumns = [
  'id',
  'name',
  'kind',
  'aliases',
  'parent',
  'reliability',
  'reliability_since',
  'reliability_reason',
  'reliability_ratings',
  'claims_originated',
  'claims_relayed',
  'supported',
  'refuted',
  'open',
  'unverifiable',
  'track_record_mean',
  'track_record_low_90',
  'track_record_high_90',
  'last_cited',
  'access',
  'record',
  'bias',
  'note',
] as const;

const aboutColumns = ['name', 'value'] as const;

const { mediaType } = exportKinds.csv;

/**
 * Claims and sources as two tables for a spreadsheet, and a third about them: UTF-8 with a byte order mark,
 * CRLF, formulas neutralised.
 */
export const tablesCsv: Exporter = {
  ...exportKinds.csv,
  write,
};

function write(contents: Contents, request: ExportRequest): ExportedFile[] {
  const { view } = request;
  const claims = recordsOf(view, contents.claims.keys(), 'claim');
  const sources = recordsOf(view, contents.sources.keys(), 'source');
  return [
    table(
      'claims.csv',
      claimColumns,
      claims.map((claim) => claimRow(view, claim)),
    ),
    table(
      'sources.csv',
      sourceColumns,
      sources.map((source) => sourceRow(view, source)),
    ),
    table('about.csv', aboutColumns, aboutRows(contents, request)),
  ];
}

function table<Column extends string>(
  name: string,
  columns: readonly Column[],
  rows: readonly Row<Column>[],
): ExportedFile {
  const text = stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    // A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    escape_formulas: true,
    quoted_string: true,
  });
  return { name, mediaType, bytes: new TextEncoder().encode(text) };
}

function claimRow(view: CaseView, claim: Claim): Row<(typeof claimColumns)[number]> {
  const grade = gradeBadge(view, claim);
  const origin = originOf(claim);
  const highlights = recordsOf(view, claim.highlights, 'highlight');
  return {
    id: claim.id,
    statement: claim.statement,
    document: view.get(claim.document)?.title ?? '',
    document_date: view.get(claim.document)?.date ?? '',
    attribution: chainLabel(view, claim),
    origin: origin === null ? '' : sourceName(view, origin),
    hedge: claim.hedge,
    event_time: claim.eventTime?.edtf ?? '',
    place: claim.place,
    reliability_of_origin: grade.reliability ?? '',
    credibility: grade.credibility ?? '',
    verdict: verdictOf(view, claim.id),
    verdict_reason: currentRating(view, claim.id, 'verdict')?.reason ?? '',
    tags: tagNames(view, claim.tags),
    evidence: highlights.map(({ spans }) => spans.map((span) => span.exact).join(' … ')).join('\n'),
    note: claim.note,
    created: claim.created.at,
  };
}

function sourceRow(view: CaseView, source: Source): Row<(typeof sourceColumns)[number]> {
  const record = trackRecord(view, source.id);
  const history = ratingsOf(view, source.id, 'admiralty-reliability');
  return {
    id: source.id,
    name: source.name,
    kind: source.kind,
    aliases: source.aliases.join('; '),
    parent: source.parent === null ? '' : sourceName(view, source.parent),
    reliability: history.at(-1)?.value ?? '',
    reliability_since: history.at(-1)?.created.at ?? '',
    reliability_reason: history.at(-1)?.reason ?? '',
    reliability_ratings: history.length,
    claims_originated: record.originated,
    claims_relayed: record.relayed,
    supported: record.verdicts.supported,
    refuted: record.verdicts.refuted,
    open: record.verdicts.open,
    unverifiable: record.verdicts.unverifiable,
    // Shares from 0 to 1, empty where there is no record.
    track_record_mean: record.estimate?.mean ?? '',
    track_record_low_90: record.estimate?.low ?? '',
    track_record_high_90: record.estimate?.high ?? '',
    last_cited: record.lastCited ?? '',
    access: source.descriptor.access,
    record: source.descriptor.record,
    bias: source.descriptor.bias,
    note: source.note,
  };
}

// What the rows of the other tables have no place for.
function aboutRows(
  contents: Contents,
  { at, generator, state }: ExportRequest,
): Row<(typeof aboutColumns)[number]>[] {
  const { caseRecord, documents } = contents;
  const facts = {
    case: caseRecord.name,
    question: caseRecord.question,
    marking: markingLabel(contents),
    exported_at: at,
    program: generator,
    last_change: state.seq,
    head: state.hash,
    documents: documents.length,
  };
  return Object.entries(facts).map(([name, value]) => ({ name, value }));
}

function tagNames(view: CaseView, tags: readonly TagId[]): string {
  return recordsOf(view, tags, 'tag')
    .map((tag) => tag.name)
    .join('; ');
}
