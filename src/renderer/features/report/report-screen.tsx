import { Eye } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useRecords } from '../../state/replica.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMedia } from '../../ui/use-media.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { CaseDetails } from '../case/index.ts';
import { ImportMenu } from '../importing/index.ts';
import { DocumentChoice } from './document-choice.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ReportPreview } from './report-preview.tsx';
import styles from './report-screen.module.css';

// Room for the choice, the fields and a page that can be read, side by side.
const wide = '(width >= 1180px)';

/** What goes into the report, what it says of the case, how it will look, and its export. */
export function ReportScreen() {
  const documents = useRecords('document');
  if (documents.length > 0) return <Composition />;
  return (
    <EmptyState
      title="Nothing to report on yet"
      text="The report shows documents with your highlights and claims, the sources behind them, and how each was judged. Import documents to begin."
    >
      <ImportMenu />
    </EmptyState>
  );
}

/** The screen of a case that has documents. What is left out of the report is forgotten with the case. */
function Composition() {
  const documents = useRecords('document');
  // What is left out rather than what is in, so that documents imported later are in.
  const [excluded, setExcluded] = useState<ReadonlySet<DocumentId>>(new Set());
  const chosen = useMemo(
    () => documents.map(({ id }) => id).filter((id) => !excluded.has(id)),
    [documents, excluded],
  );
  const isWide = useMedia(wide);
  const [isPreviewing, setPreviewing] = useState(false);
  // On a narrow window the preview takes the place of the choice.
  const layout = isWide ? 'wide' : isPreviewing ? 'preview' : 'choice';
  return (
    <div className={styles['report']} data-layout={layout}>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['title']}>Report</h1>
          <p className={styles['lead']}>
            The chosen documents with numbered highlights, every claim with its attribution and
            grades, and the source-reliability table, as one file that needs nothing else.
          </p>
        </div>
        {!isWide && (
          <Button
            icon={Eye}
            aria-pressed={isPreviewing}
            onPress={() => {
              setPreviewing(!isPreviewing);
            }}
          >
            Preview
          </Button>
        )}
      </header>
      {layout !== 'preview' && (
        <section className={styles['chosen']} aria-label="Documents in the report">
          <DocumentChoice documents={documents} excluded={excluded} onChange={setExcluded} />
        </section>
      )}
      <aside className={styles['side']} aria-label="Export">
        <ExportPanel documents={chosen} />
        <h2 className={styles['heading']}>What it says of the case</h2>
        <CaseDetails />
      </aside>
      {layout !== 'choice' && <ReportPreview documents={chosen} />}
    </div>
  );
}
