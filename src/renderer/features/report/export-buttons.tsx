import { FileCode, FileText, Sheet, type LucideIcon } from 'lucide-react';
import type { ExportFormat, FormatIcon } from '../../../contract/exports.ts';
import { Button } from '../../ui/button.tsx';
import styles from './report-screen.module.css';

const icons: Readonly<Record<FormatIcon, LucideIcon>> = {
  code: FileCode,
  paper: FileText,
  table: Sheet,
};

interface ExportButtonsProps {
  readonly formats: readonly ExportFormat[];
  /** How many documents are chosen. */
  readonly count: number;
  readonly isRunning: boolean;
  readonly onExport: (format: ExportFormat) => void;
}

/** One button per format, the first the one that most analysts want. */
export function ExportButtons({ formats, count, isRunning, onExport }: ExportButtonsProps) {
  return (
    <section className={styles['formats']} aria-labelledby="export-heading">
      <h2 id="export-heading" className={styles['heading']}>
        Export {count === 1 ? 'one document' : `${count} documents`}
      </h2>
      {formats.map((format, place) => (
        <div key={format.id} className={styles['format']}>
          <Button
            kind={place === 0 ? 'primary' : 'plain'}
            icon={icons[format.icon]}
            isDisabled={count === 0 || isRunning}
            onPress={() => {
              onExport(format);
            }}
          >
            {format.label}…
          </Button>
          <span className={styles['facts']}>{format.meaning}</span>
        </div>
      ))}
      <p role="status" className={styles['busy']}>
        {isRunning && 'Exporting…'}
        {count === 0 && 'Choose at least one document.'}
      </p>
    </section>
  );
}
