import { ChevronLeft, ChevronRight, Info, List, Search } from 'lucide-react';
import { dateLabel } from '../../../domain/analysis/date-label.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import { useRecord } from '../../state/replica.ts';
import { IconButton } from '../../ui/button.tsx';
import type { ReaderActions } from './action-offers.ts';
import type { Neighbours } from './use-neighbours.ts';
import styles from './reader-header.module.css';

interface ReaderHeaderProps {
  readonly document: DocumentRecord;
  /** What the buttons at the end lead to; one that is null is at an end of the list. */
  readonly neighbours: Neighbours;
  readonly isListOpen: boolean;
  readonly actions: ReaderActions;
}

/** What is being read, and the ways to other documents, to words in this one and to what is known of it. */
export function ReaderHeader(props: ReaderHeaderProps) {
  const { document, neighbours, isListOpen, actions } = props;
  // Undefined without a publisher: a record is never null.
  const publisher = useRecord(document.publisher);
  const date = document.date === null ? undefined : dateLabel(document.date);
  const { previous, next } = neighbours;
  return (
    <header className={styles['header']}>
      <IconButton
        label="Highlights in this document"
        keys="L"
        icon={List}
        isSelected={isListOpen}
        onPress={actions.list}
      />
      <div className={styles['names']}>
        <h1 className={styles['title']} title={document.title}>
          {/* A title has its own direction, whatever that of the words around it is. */}
          <bdi>{document.title}</bdi>
        </h1>
        <p className={styles['facts']}>
          {publisher !== undefined && <bdi>{publisher.name}</bdi>}
          {publisher !== undefined && date !== undefined && ' · '}
          {date !== undefined && <bdi>{date}</bdi>}
        </p>
      </div>
      <IconButton
        label="Previous document"
        keys="["
        icon={ChevronLeft}
        isDisabled={previous === null}
        onPress={() => {
          actions.turn(-1);
        }}
      />
      <IconButton
        label="Next document"
        keys="]"
        icon={ChevronRight}
        isDisabled={next === null}
        onPress={() => {
          actions.turn(1);
        }}
      />
      <IconButton label="Find in the document" keys="Ctrl+F" icon={Search} onPress={actions.find} />
      <IconButton label="Document details" keys="I" icon={Info} onPress={actions.details} />
    </header>
  );
}
