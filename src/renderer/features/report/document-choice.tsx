import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { counted } from '../../../domain/core/counted.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { DocumentId, DocumentRecord } from '../../../domain/records/document/record.ts';
import { useCase } from '../../state/replica.ts';
import { CheckField } from '../../ui/check-field.tsx';
import styles from './report-screen.module.css';

// As set for `.document` in the style sheet. Pixels.
const rowHeight = 52;

interface DocumentChoiceProps {
  readonly documents: readonly DocumentRecord[];
  readonly excluded: ReadonlySet<DocumentId>;
  readonly onChange: (excluded: ReadonlySet<DocumentId>) => void;
}

/** The documents of the case, each with a box that says whether it is in the report. */
export function DocumentChoice({ documents, excluded, onChange }: DocumentChoiceProps) {
  const included = documents.filter(({ id }) => !excluded.has(id)).length;

  function include(id: DocumentId, isIncluded: boolean): void {
    const next = new Set(excluded);
    if (isIncluded) next.delete(id);
    else next.add(id);
    onChange(next);
  }

  return (
    <>
      <div className={styles['all']}>
        <CheckField
          isSelected={included === documents.length}
          isIndeterminate={included > 0 && included < documents.length}
          onChange={(all) => {
            // A box that is half ticked puts all of them in.
            onChange(new Set(all ? [] : documents.map(({ id }) => id)));
          }}
        >
          {included} of {documents.length} documents
        </CheckField>
      </div>
      <DocumentRows documents={documents} excluded={excluded} onInclude={include} />
    </>
  );
}

interface DocumentRowsProps {
  readonly documents: readonly DocumentRecord[];
  readonly excluded: ReadonlySet<DocumentId>;
  readonly onInclude: (id: DocumentId, isIncluded: boolean) => void;
}

/** Only the rows near the window are in the page: a case may have thousands of documents. */
function DocumentRows({ documents, excluded, onInclude }: DocumentRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    <div ref={scroller} className={styles['documents']}>
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const document = documents[index];
          if (document === undefined) return null;
          return (
            <li
              key={document.id}
              className={styles['document']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <CheckField
                isSelected={!excluded.has(document.id)}
                onChange={(isIncluded) => {
                  onInclude(document.id, isIncluded);
                }}
              >
                <span className={styles['name']} dir="auto">
                  {document.title}
                </span>
              </CheckField>
              <Facts document={document.id} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** How much was made of a document, to choose by. */
function Facts({ document }: { document: DocumentId }) {
  // A selection for each row, so that a change draws the rows it touches and no others.
  const select = useCallback((view: CaseView) => countsOf(view, document), [document]);
  const { highlights, claims } = useCase(select);
  return (
    <span className={styles['facts']}>
      {counted(highlights, 'highlight')} · {counted(claims, 'claim')}
    </span>
  );
}

function countsOf(view: CaseView, document: DocumentId): { highlights: number; claims: number } {
  return {
    highlights: [...view.referring(document, 'highlight')].length,
    claims: [...view.referring(document, 'claim')].length,
  };
}
