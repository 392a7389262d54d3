import { useState } from 'react';
import type { ExportFormat } from '../../../contract/calls.ts';
import type { DocumentId } from '../../../domain/model/ids.ts';
import { notify } from '../../state/notices.ts';
import { useRecords } from '../../state/replica.ts';
import { ask } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CaseDetails } from '../case/index.ts';
import { ImportMenu } from '../importing/index.ts';
import { DocumentChoice } from './document-choice.tsx';
import { ExportButtons } from './export-buttons.tsx';
import styles from './report-screen.module.css';

/** What goes into the report, what it says of the case, and its export. */
export function ReportScreen() {
  const documents = useRecords('document');
  // What is left out rather than what is in, so that documents imported later are in.
  const [excluded, setExcluded] = useState<ReadonlySet<DocumentId>>(new Set());
  const [running, setRunning] = useState<ExportFormat | null>(null);
  const chosen = documents.map(({ id }) => id).filter((id) => !excluded.has(id));

  async function exportAs(format: ExportFormat): Promise<void> {
    setRunning(format);
    const exported = await ask('report/export', { documents: chosen, format });
    setRunning(null);
    if (exported === null) return;
    const { names, written } = exported;
    notify('done', `Exported to ${names.join(' and ')}`, {
      label: 'Show in folder',
      perform: () => void ask('report/show', { written }),
    });
  }

  if (documents.length === 0) {
    return (
      <EmptyState
        title="Nothing to report on yet"
        text="The report shows documents with your highlights and claims, the sources behind them, and how each was judged. Import documents to begin."
      >
        <ImportMenu />
      </EmptyState>
    );
  }
  return (
    <div className={styles['report']}>
      <section className={styles['chosen']} aria-labelledby="report-title">
        <h1 id="report-title" className={styles['title']}>
          Report
        </h1>
        <p className={styles['lead']}>
          The chosen documents with numbered highlights, every claim with its attribution and
          grades, and the source-reliability table, as one file that needs nothing else.
        </p>
        <DocumentChoice documents={documents} excluded={excluded} onChange={setExcluded} />
      </section>
      <aside className={styles['side']} aria-label="Export">
        <ExportButtons
          count={chosen.length}
          running={running}
          onExport={(format) => void exportAs(format)}
        />
        <h2 className={styles['heading']}>What it says of the case</h2>
        <CaseDetails />
      </aside>
    </div>
  );
}
