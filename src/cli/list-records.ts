import { caseName } from '../main/services/open-case.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import type { Outcome } from './outcome.ts';
import { type Listing, type Row, rowsOf } from './rows.ts';

/** A column of the listing for people: its heading, and what a row says in it. */
type Columns = readonly (readonly [heading: string, cell: (row: Row) => string])[];

// Words of any script come last, where their width and direction put nothing else out of line.
const columns: Readonly<Record<Listing, Columns>> = {
  documents: [
    ['ID', text('id')],
    // The day of an EDTF date; a time and the end of an interval are in the JSON.
    ['DATE', (row) => text('date')(row).slice(0, 10)],
    ['FORMAT', text('format')],
    ['HIGHLIGHTS', text('highlights')],
    ['CLAIMS', text('claims')],
    ['TITLE', text('title')],
  ],
  claims: [
    ['NO.', text('number')],
    ['ID', text('id')],
    ['GRADE', grade],
    ['VERDICT', text('verdict')],
    ['HEDGE', text('hedge')],
    ['STATEMENT', text('statement')],
  ],
  sources: [
    ['NO.', text('number')],
    ['ID', text('id')],
    ['RELIABILITY', text('reliability')],
    ['KIND', text('kind')],
    ['ORIGINATED', text('originated')],
    ['RELAYED', text('relayed')],
    ['SUPPORTED', text('supported')],
    ['REFUTED', text('refuted')],
    ['NAME', text('name')],
  ],
};

/** Lists the records of an open case. */
export function listRecords(store: CaseStore, listing: Listing): Outcome {
  const rows = rowsOf(store.view, listing);
  const json = { case: { name: caseName(store), path: store.path }, [listing]: rows };
  const lines =
    rows.length === 0
      ? [`There are no ${listing} in this case yet.`]
      : table(columns[listing], rows);
  return { ending: 'done', json, lines, problems: [] };
}

/** The cell of a field; a dash where nothing is known. */
function text(field: string): (row: Row) => string {
  return (row) => {
    const value = row[field] ?? '–';
    // One record is one line, whatever breaks a title has.
    return String(value).replace(/\s+/gu, ' ');
  };
}

function grade(row: Row): string {
  return `${text('reliability')(row)}${text('credibility')(row)}`;
}

/** Lines with the columns one below the other, as wide as their widest cell. */
function table(chosen: Columns, rows: readonly Row[]): string[] {
  const lines = [
    chosen.map(([heading]) => heading),
    ...rows.map((row) => chosen.map(([, cell]) => cell(row))),
  ];
  // In UTF-16 units, which is right for the ids, numbers and keys that stand before the last column.
  const widths = chosen.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  return lines.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
