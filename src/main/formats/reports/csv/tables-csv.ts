import { stringify } from 'csv-stringify/sync';
import {
  type ClaimFacts,
  attributionLine,
  claimFacts,
} from '../../../../domain/analysis/claim-facts.ts';
import { currentRating, ratingsOf } from '../../../../domain/analysis/ratings.ts';
import { type TrackRecord, trackRecord } from '../../../../domain/analysis/track-record.ts';
import { exactWords } from '../../../../domain/anchoring/words.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import type { Rating } from '../../../../domain/records/rating/record.ts';
import type { Source } from '../../../../domain/records/source/record.ts';
import { markingLabel, recordsOf } from '../contents.ts';
import type { Contents, ExportRequest } from '../exporter.ts';

type Cell = string | number;

/** The columns of a table by their headings: what each shows of a row. A column is one line here. */
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

interface ClaimLine extends ClaimFacts {
  readonly view: CaseView;
}

interface SourceLine {
  readonly view: CaseView;
  readonly source: Source;
  /** The letters it has had, the oldest first. */
  readonly letters: readonly Rating[];
  readonly record: TrackRecord;
}

// The headings are what spreadsheets and scripts know the columns by. The order of the entries is that of the columns.
const claimColumns: Columns<ClaimLine> = {
  number: ({ claim }) => shortName(claim),
  id: ({ claim }) => claim.id,
  statement: ({ claim }) => claim.statement,
  document: ({ document }) => document,
  document_date: ({ documentDate }) => documentDate ?? '',
  attribution: attributionLine,
  attribution_numbers: ({ chainNumbers }) => chainNumbers.join(' → '),
  origin: ({ origin }) => origin ?? '',
  hedge: ({ claim }) => claim.hedge,
  event_time: ({ claim }) => claim.eventTime?.edtf ?? '',
  place: ({ claim }) => claim.place,
  reliability_of_origin: ({ reliability }) => reliability ?? '',
  credibility: ({ credibility }) => credibility ?? '',
  verdict: ({ verdict }) => verdict,
  verdict_reason: ({ view, claim }) => currentRating(view, claim.id, 'verdict')?.reason ?? '',
  tags: ({ tags }) => tags.map(({ name }) => name).join('; '),
  // A line for each highlight within the cell: quotes may hold any mark that could separate them.
  evidence: ({ view, claim }) =>
    recordsOf(view, claim.highlights, 'highlight').map(exactWords).join('\n'),
  note: ({ claim }) => claim.note,
  created: ({ claim }) => claim.created.at,
};

const sourceColumns: Columns<SourceLine> = {
  number: ({ source }) => shortName(source),
  id: ({ source }) => source.id,
  name: ({ source }) => source.name,
  kind: ({ source }) => source.kind,
  aliases: ({ source }) => source.aliases.join('; '),
  parent: ({ view, source: { parent } }) => (parent === null ? '' : (view.get(parent)?.name ?? '')),
  reliability: ({ letters }) => letters.at(-1)?.value ?? '',
  reliability_since: ({ letters }) => letters.at(-1)?.created.at ?? '',
  reliability_reason: ({ letters }) => letters.at(-1)?.reason ?? '',
  reliability_ratings: ({ letters }) => letters.length,
  claims_originated: ({ record }) => record.originated,
  claims_relayed: ({ record }) => record.relayed,
  supported: ({ record }) => record.verdicts.supported,
  refuted: ({ record }) => record.verdicts.refuted,
  open: ({ record }) => record.verdicts.open,
  unverifiable: ({ record }) => record.verdicts.unverifiable,
  // Shares from 0 to 1, empty where there is no record.
  track_record_mean: ({ record }) => record.estimate?.mean ?? '',
  track_record_low_90: ({ record }) => record.estimate?.low ?? '',
  track_record_high_90: ({ record }) => record.estimate?.high ?? '',
  last_cited: ({ record }) => record.lastCited ?? '',
  access: ({ source }) => source.descriptor.access,
  record: ({ source }) => source.descriptor.record,
  bias: ({ source }) => source.descriptor.bias,
  note: ({ source }) => source.note,
};

const aboutColumns: Columns<readonly [name: string, value: Cell]> = {
  name: ([name]) => name,
  value: ([, value]) => value,
};

/**
 * Claims and sources as two tables for a spreadsheet, and a third about them: UTF-8 with a byte order mark,
 * CRLF, formulas neutralised.
 */
export function write(contents: Contents, request: ExportRequest): Uint8Array[] {
  const { view } = request;
  return [
    table(
      claimColumns,
      Array.from(contents.claims.values(), (claim) => ({ ...claimFacts(view, claim), view })),
    ),
    table(
      sourceColumns,
      Array.from(contents.sources.values(), (source) => ({
        view,
        source,
        letters: ratingsOf(view, source.id, 'admiralty-reliability'),
        record: trackRecord(view, source.id),
      })),
    ),
    table(aboutColumns, Object.entries(aboutFacts(contents, request))),
  ];
}

function table<Row>(columns: Columns<Row>, rows: readonly Row[]): Uint8Array {
  const cells = Object.values(columns);
  const text = stringify(
    rows.map((row) => cells.map((cell) => cell(row))),
    {
      header: true,
      // Named also where there are no rows: the columns are there all the same.
      columns: Object.keys(columns),
      // Excel takes a CSV without the mark for the system's old encoding.
      bom: true,
      // RFC 4180 ends records in CRLF.
      record_delimiter: 'windows',
      // A cell that a spreadsheet would run as a formula gets an apostrophe before it.
      escape_formulas: true,
      // Quotes round every text, so that a spreadsheet has less to guess about what a cell is.
      quoted_string: true,
    },
  );
  return new TextEncoder().encode(text);
}

// What the rows of the other tables have no place for.
function aboutFacts(
  contents: Contents,
  { at, generator, state }: ExportRequest,
): Record<string, Cell> {
  const { caseRecord, documents } = contents;
  return {
    case: caseRecord.name,
    question: caseRecord.question,
    marking: markingLabel(contents),
    exported_at: at,
    program: generator,
    last_change: state.seq,
    head: state.hash,
    documents: documents.length,
  };
}
