import type { ReactNode } from 'react';
import { select } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { DataTable, NothingMatches, TableStatus, TableToolbar } from '../../ui/table/index.ts';
import { Inspector } from '../inspector/index.ts';
import type { RecordRow, RecordTableModel } from './use-record-table.ts';
import screenStyles from '../../ui/screen.module.css';

interface RecordTableProps<R extends RecordRow> {
  readonly table: RecordTableModel<R>;
  /** What the records are called: "Claims". */
  readonly title: string;
  /** What one of them is called, for counting: "claim". */
  readonly noun: string;
  /** What the search is for: "Search the claims". */
  readonly searchLabel: string;
  /** Buttons of the screen, at the end of the toolbar. */
  readonly tools: ReactNode;
  /** What can be done with several at once; shown while some are chosen and can be changed. */
  readonly bulk?: ReactNode;
  /** What stands between the toolbar and the table. */
  readonly children?: ReactNode;
  readonly onOpen: (row: R) => void;
  readonly details?: (row: R) => ReactNode;
  /** Shown while the case has none of them. */
  readonly empty: ReactNode;
  /** Whether the record with the focus is inspected beside the table. */
  readonly isInspecting: boolean;
}

/** A screen that is a table of records, with the one that has the focus beside it. */
export function RecordTable<R extends RecordRow>(props: RecordTableProps<R>) {
  const { table, title, noun, details } = props;
  const { screen, model, focused, selected, onSelect, chosen, search } = table;
  const { rows } = model;
  const isReadOnly = useReadOnly();
  return (
    <div className={screenStyles['screen']}>
      <section className={screenStyles['main']} aria-label={title}>
        <TableToolbar
          model={model}
          title={title}
          searchLabel={props.searchLabel}
          searchRef={search}
        >
          {props.tools}
        </TableToolbar>
        {chosen.length > 0 && !isReadOnly && props.bulk}
        {props.children}
        <DataTable
          model={model}
          label={title}
          selected={selected}
          onSelect={onSelect}
          focused={focused}
          onFocusRow={(id) => {
            const row = rows.find((candidate) => candidate.id === id);
            if (row !== undefined) select(screen, row.id);
          }}
          onOpen={props.onOpen}
          {...(details === undefined ? {} : { details })}
          empty={rows.length === 0 ? props.empty : <NothingMatches model={model} noun={noun} />}
        />
        <TableStatus model={model} noun={noun} selectedCount={chosen.length} />
      </section>
      {props.isInspecting && focused !== null && <Inspector screen={screen} id={focused} />}
    </div>
  );
}
