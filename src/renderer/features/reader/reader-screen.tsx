import { Suspense } from 'react';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import { goTo, useNavigation } from '../../state/navigation.ts';
import { useRecord } from '../../state/replica.ts';
import { useDocumentText } from '../../state/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ReaderDocument } from './reader-document.tsx';
import styles from './reader-screen.module.css';

/** Reading, highlighting and claiming: the document that was opened last, or where to find one. */
export function ReaderScreen() {
  // Undefined where none was opened yet, or the one that was is removed.
  const document = useRecord(useNavigation((state) => state.document));
  if (document === undefined) {
    return (
      <EmptyState
        title="Nothing is open for reading"
        text="Open a document to read it, highlight words, and turn them into claims."
      >
        <Button
          kind="primary"
          onPress={() => {
            goTo('documents');
          }}
        >
          Choose a document
        </Button>
      </EmptyState>
    );
  }
  return (
    <Suspense fallback={<div className={styles['loading']} aria-busy />}>
      <LoadedDocument key={document.id} document={document} />
    </Suspense>
  );
}

/** Suspends until the text is there; another document is another component, with a selection and a place of its own. */
function LoadedDocument({ document }: { document: DocumentRecord }) {
  const loaded = useDocumentText(document.id);
  if (!loaded.ok) {
    return <EmptyState title="This document cannot be shown" text={loaded.error.message} />;
  }
  return <ReaderDocument document={document} content={loaded.value} />;
}
