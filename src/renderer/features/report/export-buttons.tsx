import { FileCode, FileText, Sheet, type LucideIcon } from 'lucide-react';
import type { ExportFormat } from '../../../contract/calls.ts';
import { Button } from '../../ui/button.tsx';
import styles from './report-screen.module.css';

const formats: readonly {
  readonly format: ExportFormat;
  readonly label: string;
  readonly meaning: string;
  readonly icon: LucideIcon;
}[] = [
  {
    format: 'html',
    label: 'Annotated report (HTML)…',
    meaning: 'One page for the screen, any browser, no network.',
    icon: FileCode,
  },
  {
    format: 'pdf',
    label: 'Annotated report (PDF)…',
    meaning: 'The same for paper and for the file.',
    icon: FileText,
  },
  {
    format: 'csv',
    label: 'Tables (CSV)…',
    meaning: 'Claims and sources for a spreadsheet, with a file about them.',
    icon: Sheet,
  },
  {
    format: 'json',
    label: 'Tables (JSON)…',
    meaning: 'Claims and sources for a program.',
    icon: FileCode,
  },
];

interface ExportButtonsProps {
  /** How many documents are chosen. */
  readonly count: number;
  /** The export under way. */
  readonly running: ExportFormat | null;
  readonly onExport: (format: ExportFormat) => void;
}

/** One button per format. */
export function ExportButtons({ count, running, onExport }: ExportButtonsProps) {
  return (
    <section className={styles['formats']} aria-labelledby="export-heading">
      <h2 id="export-heading" className={styles['heading']}>
        Export {count === 1 ? 'one document' : `${count} documents`}
      </h2>
      {formats.map(({ format, label, meaning, icon }) => (
        <div key={format} className={styles['format']}>
          <Button
            kind={format === 'html' ? 'primary' : 'plain'}
            icon={icon}
            isDisabled={count === 0 || running !== null}
            onPress={() => {
              onExport(format);
            }}
          >
            {label}
          </Button>
          <span className={styles['facts']}>{meaning}</span>
        </div>
      ))}
      <p role="status" className={styles['busy']}>
        {running !== null && 'Exporting…'}
        {count === 0 && 'Choose at least one document.'}
      </p>
    </section>
  );
}
