import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import type { RecordRow, RecordTableModel } from './use-record-table.ts';
import styles from './bulk-bar.module.css';

interface BulkBarProps<R extends RecordRow> {
  readonly table: RecordTableModel<R>;
  /** What is selected, for screen readers: "Selected claims". */
  readonly label: string;
  /** What can be done with them, as buttons. */
  readonly children: ReactNode;
}

/** How many records are selected, what can be done with all of them, and the way to select none. */
export function BulkBar<R extends RecordRow>({ table, label, children }: BulkBarProps<R>) {
  return (
    <div className={styles['bar']} role="toolbar" aria-label={label}>
      <span className={styles['count']}>
        {table.chosen.length.toLocaleString('en-GB')} selected
      </span>
      {children}
      <Button
        kind="quiet"
        onPress={() => {
          table.onSelect(new Set());
        }}
      >
        Clear selection
      </Button>
    </div>
  );
}
