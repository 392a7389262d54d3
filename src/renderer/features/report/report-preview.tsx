import { useState } from 'react';
import styles from './report-preview.module.css';
import { usePreview } from './use-preview.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';

interface ReportPreviewProps {
  /** What is chosen: the same array while the choice is the same. */
  readonly documents: readonly DocumentId[];
}

/** The report on the chosen documents as it will be exported. */
export function ReportPreview({ documents }: ReportPreviewProps) {
  return (
    <section className={styles['preview']} aria-labelledby="preview-heading">
      {documents.length === 0 ? (
        <h2 id="preview-heading" className={styles['heading']}>
          Preview
        </h2>
      ) : (
        <LivePreview documents={documents} />
      )}
    </section>
  );
}

/** The preview of at least one document: the page, or why there is none. */
function LivePreview({ documents }: ReportPreviewProps) {
  const { answer, isCurrent } = usePreview(documents);
  const shown = answer?.ok === true ? answer.value.shown : documents.length;
  return (
    <>
      <h2 id="preview-heading" className={styles['heading']}>
        Preview{' '}
        {isCurrent && shown < documents.length && (
          <span className={styles['cut']}>
            of the first {shown} documents; the export has all {documents.length}
          </span>
        )}
      </h2>
      <div className={styles['paper']} aria-busy={!isCurrent}>
        {answer?.ok !== false && <Skeleton />}
        {answer?.ok === false && <p className={styles['failed']}>{answer.error.message}</p>}
        {answer?.ok === true && <Pages address={answer.value.address} />}
      </div>
    </>
  );
}

/** Frames the page; the one before stays in sight until the new one is there. */
function Pages({ address }: { address: string }) {
  // The page on show; null before the first is loaded.
  const [loaded, setLoaded] = useState<string | null>(null);
  const pages = loaded === null || loaded === address ? [address] : [loaded, address];
  return pages.map((page) => (
    <iframe
      key={page}
      // Words of imported documents are in it: no scripts, no forms, no windows, an origin that is nobody's.
      sandbox=""
      src={page}
      title="Preview of the report"
      className={styles['page']}
      data-loaded={page === loaded || undefined}
      onLoad={() => {
        if (page === address) setLoaded(page);
      }}
    />
  ));
}

/** Where a page will be, for those who wait so long that they would notice. */
function Skeleton() {
  return (
    <div className={styles['skeleton']} aria-hidden>
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
