import { Fragment } from 'react';
import { dateText, firstMoment } from '../../../domain/analysis/moments.ts';
import { hedges, termOf } from '../../../domain/records/vocabulary.ts';
import { credibility } from '../../../domain/scales/admiralty-credibility.ts';
import { reliability } from '../../../domain/scales/admiralty-reliability.ts';
import { gradeOf } from '../../../domain/scales/registry.ts';
import { verdict } from '../../../domain/scales/verdict.ts';
import { Chip } from '../../ui/chip.tsx';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import { momentOf } from '../../ui/moment.ts';
import { ColumnSet, type TableColumn, tableLayout } from '../../ui/table/index.ts';
import { calledByNumber, numberColumn } from '../record-table/index.ts';
import type { ClaimRow } from './claim-rows.ts';
import { VerdictMark } from './verdict-mark.tsx';
import styles from './claims.module.css';

/** What stands where a grade would be, in filters and groups. */
export const notRated = 'Not rated';

const letters = reliability.grades.map(({ value }) => value);
const digits = credibility.grades.map(({ value }) => value);
const unrated = '–';

// A1, A2, … F6; each letter's and at last each digit's unrated half after the rated ones.
const grades = [...letters, unrated].flatMap((letter) =>
  [...digits, unrated].map((digit) => letter + digit),
);

function gradeText(row: ClaimRow): string {
  return `${row.reliability ?? unrated}${row.credibility ?? unrated}`;
}

function chainText({ chain }: ClaimRow): string {
  return chain.join(' → ');
}

// From left to right whatever the names are written in: an arrow among right-to-left names would point back.
function Chain({ row }: { row: ClaimRow }) {
  return (
    <span dir="ltr" className={styles['chain']} title={chainText(row)}>
      {row.chain.map((name, place) => (
        // The same source may stand in a chain twice.
        <Fragment key={place}>
          {place > 0 && ' → '}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
    </span>
  );
}

function verdictLabel(row: ClaimRow): string {
  return gradeOf('verdict', row.verdict)?.label ?? row.verdict;
}

const columns: readonly TableColumn<ClaimRow>[] = [
  numberColumn(72, ({ claim }) => claim),
  {
    id: 'grade',
    label: 'Grade',
    kind: 'choice',
    width: 76,
    order: grades,
    isGroupable: true,
    text: gradeText,
    values: (row) => [gradeText(row)],
    cell: (row) => <GradeBadge letter={row.reliability} digit={row.credibility} />,
  },
  {
    id: 'statement',
    label: 'Statement',
    kind: 'text',
    width: 380,
    text: ({ claim }) => claim.statement,
  },
  {
    id: 'origin',
    label: 'Origin',
    kind: 'choice',
    width: 170,
    isGroupable: true,
    text: ({ origin }) => origin ?? '',
    values: ({ origin }) => [origin ?? ''],
  },
  {
    id: 'chain',
    label: 'Attribution',
    kind: 'text',
    width: 240,
    text: chainText,
    // Not drawn, where several names have little room as it is.
    called: (typed) => calledByNumber(typed, ({ chainNumbers }) => chainNumbers),
    cell: (row) => <Chain row={row} />,
  },
  {
    id: 'verdict',
    label: 'Verdict',
    kind: 'choice',
    width: 120,
    order: verdict.grades.map(({ label }) => label),
    isGroupable: true,
    text: verdictLabel,
    values: (row) => [verdictLabel(row)],
    cell: (row) => <VerdictMark verdict={row.verdict} />,
  },
  {
    id: 'hedge',
    label: 'Hedge',
    kind: 'choice',
    width: 100,
    order: hedges.map(({ label }) => label),
    isGroupable: true,
    text: ({ claim }) => termOf(hedges, claim.hedge).label,
    values: ({ claim }) => [termOf(hedges, claim.hedge).label],
  },
  {
    id: 'eventTime',
    label: 'Event time',
    kind: 'date',
    days: 'utc',
    width: 176,
    isGroupable: true,
    text: ({ claim }) => dateText(claim.eventTime?.edtf ?? null),
    number: ({ claim }) => (claim.eventTime === null ? null : firstMoment(claim.eventTime.edtf)),
  },
  {
    id: 'place',
    label: 'Place',
    kind: 'choice',
    width: 120,
    isGroupable: true,
    text: ({ claim }) => claim.place,
    values: ({ claim }) => [claim.place],
  },
  {
    id: 'tags',
    label: 'Tags',
    kind: 'choice',
    width: 180,
    isGroupable: true,
    text: ({ tags }) => tags.map(({ name }) => name).join(', '),
    values: ({ tags }) => (tags.length === 0 ? [''] : tags.map(({ name }) => name)),
    cell: ({ tags }) => (
      <span className={styles['tags']}>
        {tags.map((tag) => (
          <Chip key={tag.id} label={tag.name} colour={tag.colour} />
        ))}
      </span>
    ),
  },
  {
    id: 'document',
    label: 'Document',
    kind: 'choice',
    width: 200,
    isGroupable: true,
    text: ({ document }) => document,
    values: ({ document }) => [document],
  },
  {
    id: 'documentDate',
    label: 'Document date',
    kind: 'date',
    days: 'utc',
    width: 130,
    isGroupable: true,
    text: ({ documentDate }) => dateText(documentDate),
    number: ({ documentDate }) => (documentDate === null ? null : firstMoment(documentDate)),
  },
  {
    id: 'evidence',
    label: 'Evidence',
    kind: 'number',
    width: 88,
    text: ({ claim }) => String(claim.highlights.length),
    number: ({ claim }) => claim.highlights.length,
  },
  {
    id: 'links',
    label: 'Links',
    kind: 'number',
    width: 72,
    text: ({ links }) => String(links),
    number: ({ links }) => links,
  },
  {
    id: 'reliability',
    label: 'Reliability of the origin',
    kind: 'choice',
    width: 110,
    order: [...letters, notRated],
    isGroupable: true,
    text: (row) => row.reliability ?? notRated,
    values: (row) => [row.reliability ?? notRated],
    cell: (row) => <GradeBadge letter={row.reliability} />,
  },
  {
    id: 'credibility',
    label: 'Credibility',
    kind: 'choice',
    width: 90,
    order: [...digits, notRated],
    isGroupable: true,
    text: (row) => row.credibility ?? notRated,
    values: (row) => [row.credibility ?? notRated],
    cell: (row) => <GradeBadge digit={row.credibility} />,
  },
  {
    id: 'created',
    label: 'Created',
    kind: 'date',
    days: 'local',
    width: 150,
    searched: false,
    text: ({ claim }) => momentOf(claim.created.at),
    number: ({ claim }) => Date.parse(claim.created.at),
  },
  {
    id: 'analyst',
    label: 'Created by',
    kind: 'choice',
    width: 120,
    isGroupable: true,
    text: ({ analyst }) => analyst,
    values: ({ analyst }) => [analyst],
  },
];

/** The columns of the table of claims. */
export const claimColumns = new ColumnSet(columns);

/** How the table of claims looks before anybody arranged it. */
export const initialClaimLayout = tableLayout({
  pinned: ['number', 'grade', 'statement'],
  hidden: ['reliability', 'credibility', 'created', 'analyst'],
});
