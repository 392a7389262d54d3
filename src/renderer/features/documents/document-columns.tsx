import { Circle, CircleCheck, Highlighter } from 'lucide-react';
import { dateText, firstMoment } from '../../../domain/analysis/moments.ts';
import { formatLabel } from '../../state/document-formats.ts';
import { momentOf } from '../../ui/moment.ts';
import { ColumnSet, type TableColumn, tableLayout } from '../../ui/table/index.ts';
import type { ReadingState } from './document-facts.ts';
import type { DocumentRow } from './use-document-rows.ts';
import styles from './documents.module.css';

// Names of languages in that of the system.
const languages = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

function languageLabel({ document: { language } }: DocumentRow): string {
  if (language === null) return '';
  try {
    return languages.of(language) ?? language;
  } catch {
    // Files name languages in many ways; what is no BCP 47 tag is shown as it is.
    return language;
  }
}

// Shape as well as word: the states are not told apart by colour.
const icons = { Unread: Circle, Read: CircleCheck, Coded: Highlighter } as const satisfies Record<
  ReadingState,
  unknown
>;

function StateMark({ state }: { state: ReadingState }) {
  const Icon = icons[state];
  return (
    <span className={styles['state']}>
      <Icon size={14} aria-hidden />
      {state}
    </span>
  );
}

// The order is that of the table before anybody arranged it. The ids are what layouts are remembered by, and never
// change.
const columns: readonly TableColumn<DocumentRow>[] = [
  {
    id: 'title',
    label: 'Title',
    kind: 'text',
    width: 360,
    text: ({ document }) => document.title,
  },
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    width: 96,
    order: ['Unread', 'Read', 'Coded'],
    isGroupable: true,
    text: ({ state }) => state,
    values: ({ state }) => [state],
    cell: ({ state }) => <StateMark state={state} />,
  },
  {
    id: 'publisher',
    label: 'Publisher',
    kind: 'choice',
    width: 170,
    isGroupable: true,
    text: ({ publisher }) => publisher,
    values: ({ publisher }) => [publisher],
  },
  {
    id: 'authors',
    label: 'Authors',
    kind: 'text',
    width: 160,
    isGroupable: true,
    text: ({ document }) => document.authors.join(', '),
  },
  {
    id: 'date',
    label: 'Date',
    kind: 'date',
    days: 'utc',
    width: 196,
    isGroupable: true,
    text: ({ document }) => dateText(document.date),
    number: ({ document }) => (document.date === null ? null : firstMoment(document.date)),
  },
  {
    id: 'language',
    label: 'Language',
    kind: 'choice',
    width: 110,
    isGroupable: true,
    text: languageLabel,
    values: (row) => [languageLabel(row)],
  },
  {
    id: 'length',
    label: 'Characters',
    kind: 'number',
    width: 112,
    // UTF-16 units of the text.
    text: ({ document }) => document.length.toLocaleString('en-GB'),
    number: ({ document }) => document.length,
  },
  {
    id: 'highlights',
    label: 'Highlights',
    kind: 'number',
    width: 108,
    text: ({ highlights }) => String(highlights),
    number: ({ highlights }) => highlights,
  },
  {
    id: 'claims',
    label: 'Claims',
    kind: 'number',
    width: 78,
    text: ({ claims }) => String(claims),
    number: ({ claims }) => claims,
  },
  {
    id: 'tags',
    label: 'Tags',
    kind: 'choice',
    width: 160,
    text: ({ tags }) => tags.join(', '),
    // An empty label stands for documents without a tag, so that they can be filtered for.
    values: ({ tags }) => (tags.length === 0 ? [''] : tags),
  },
  {
    id: 'format',
    label: 'Format',
    kind: 'choice',
    width: 140,
    isGroupable: true,
    text: ({ document }) => formatLabel(document.format),
    values: ({ document }) => [formatLabel(document.format)],
  },
  {
    id: 'imported',
    label: 'Imported',
    kind: 'date',
    days: 'local',
    width: 150,
    searched: false,
    text: ({ document }) => momentOf(document.created.at),
    number: ({ document }) => Date.parse(document.created.at),
  },
];

/** The columns of the list of documents. Made once for all cases: what it knows of rows goes with the rows. */
export const documentColumns = new ColumnSet(columns);

/** How the list of documents looks before anybody arranged it. */
export const initialDocumentLayout = tableLayout({ pinned: ['title'] });
