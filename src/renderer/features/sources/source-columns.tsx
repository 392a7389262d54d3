import { dateText, firstMoment } from '../../../domain/analysis/moments.ts';
import { sourceKinds, termOf } from '../../../domain/records/vocabulary.ts';
import { reliability } from '../../../domain/scales/admiralty-reliability.ts';
import { ColumnSet, type TableColumn, tableLayout } from '../../ui/table/index.ts';
import { numberColumn } from '../record-table/index.ts';
import { ReliabilityCell } from './reliability-history.tsx';
import type { SourceRow } from './source-rows.ts';
import { TrackRecordBar, describeEstimate } from './track-record-bar.tsx';

const notRated = 'Not rated';

function count(
  id: string,
  label: string,
  width: number,
  number: (row: SourceRow) => number,
): TableColumn<SourceRow> {
  return { id, label, kind: 'number', width, number, text: (row) => String(number(row)) };
}

const columns: readonly TableColumn<SourceRow>[] = [
  numberColumn(68, ({ source }) => source),
  {
    id: 'reliability',
    label: 'Reliability',
    kind: 'choice',
    width: 116,
    order: [...reliability.grades.map(({ value }) => value), notRated],
    isGroupable: true,
    text: ({ letter }) => letter ?? notRated,
    values: ({ letter }) => [letter ?? notRated],
    cell: (row) => <ReliabilityCell row={row} />,
  },
  { id: 'name', label: 'Source', kind: 'text', width: 240, text: ({ source }) => source.name },
  {
    id: 'track',
    label: 'Track record',
    kind: 'number',
    width: 180,
    // Percent, as it is shown; without a verdict there is nothing to sort or filter by.
    number: ({ record }) => (record.estimate === null ? null : record.estimate.mean * 100),
    text: ({ record }) => describeEstimate(record.estimate),
    cell: ({ record }) => <TrackRecordBar estimate={record.estimate} />,
  },
  {
    id: 'kind',
    label: 'Kind',
    kind: 'choice',
    width: 140,
    order: sourceKinds.map(({ label }) => label),
    isGroupable: true,
    text: ({ source }) => termOf(sourceKinds, source.kind).label,
    values: ({ source }) => [termOf(sourceKinds, source.kind).label],
  },
  {
    id: 'parent',
    label: 'Belongs to',
    kind: 'choice',
    width: 152,
    isGroupable: true,
    text: ({ parent }) => parent,
    values: ({ parent }) => [parent],
  },
  count('originated', 'Originated', 116, ({ record }) => record.originated),
  count('relayed', 'Relayed', 94, ({ record }) => record.relayed),
  count('supported', 'Supported', 108, ({ record }) => record.verdicts.supported),
  count('refuted', 'Refuted', 94, ({ record }) => record.verdicts.refuted),
  count('open', 'Open', 78, ({ record }) => record.verdicts.open),
  {
    id: 'lastCited',
    label: 'Last cited',
    kind: 'date',
    days: 'utc',
    // For the longest day: "30 September 2026".
    width: 152,
    text: ({ record }) => dateText(record.lastCited),
    number: ({ record }) => (record.lastCited === null ? null : firstMoment(record.lastCited)),
  },
];

/** The columns of the source-reliability table. */
export const sourceColumns = new ColumnSet(columns);

/** How the table of sources looks before anybody arranged it. */
export const initialSourceLayout = tableLayout({
  pinned: ['number', 'reliability', 'name'],
  sort: [{ id: 'originated', desc: true }],
});
