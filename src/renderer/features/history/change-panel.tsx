import { History, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { HistoryEntry } from '../../../contract/history.ts';
import { counted } from '../../../domain/core/counted.ts';
import type { DescribedRecord, FieldChange } from '../../../domain/history/describe-change.ts';
import { restore, revert } from '../../state/commands.ts';
import { showHistoryOf } from '../../state/history-view.ts';
import { useReadOnly } from '../../state/replica.ts';
import { ask, lookBack } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { momentOf } from '../../ui/moment.ts';
import { Panel, Quiet, Section } from '../inspector/index.ts';
import { kindOf } from './history-words.ts';
import styles from './history.module.css';

/** One change in full: who, when, and every record it touched, before and after; with what can be done about it. */
export function ChangePanel(props: {
  entry: HistoryEntry;
  isTakenBack: boolean;
  /** Whether it is offered to be taken back now. */
  mayTakeBack: boolean;
}) {
  const [whole, setWhole] = useState<HistoryEntry | null>(null);
  const { seq, label, by, at, undoes, isReversible, records, more } = whole ?? props.entry;
  return (
    <Panel screen="history" kind={`Change ${seq}`}>
      <div className={styles['facts']}>
        <p className={styles['headline']} dir="auto">
          {label}
        </p>
        <Quiet>
          {by}, <time dateTime={at}>{momentOf(at)}</time>
        </Quiet>
        {undoes !== null && <Quiet>Takes back change {undoes}.</Quiet>}
        {props.isTakenBack && <Quiet>A later change has taken it back.</Quiet>}
        <div className={styles['buttons']}>
          {isReversible && (
            <Button icon={Undo2} isDisabled={!props.mayTakeBack} onPress={() => void revert(seq)}>
              Take back
            </Button>
          )}
          <Button icon={History} onPress={() => void lookBack({ seq })}>
            See the case as it was then
          </Button>
        </div>
      </div>
      {records.map((record) => (
        <ChangedRecord key={record.id} seq={seq} record={record} />
      ))}
      {more > 0 && whole === null && (
        <div className={styles['facts']}>
          <Button
            onPress={() => {
              void ask('history/change', { seq }).then(setWhole);
            }}
          >
            Show {counted(more, 'more record')}
          </Button>
        </div>
      )}
      {more > 0 && whole !== null && (
        <div className={styles['facts']}>
          <Quiet>And {counted(more, 'more record')}.</Quiet>
        </div>
      )}
    </Panel>
  );
}

function ChangedRecord({ seq, record }: { seq: number; record: DescribedRecord }) {
  const { id, type, name, how, fields } = record;
  const isReadOnly = useReadOnly();
  // What it was before a change is what it was after the one before.
  const version = how === 'removed' ? seq - 1 : seq;
  return (
    <Section title={`${kindOf(record)} ${how}`}>
      {type !== 'rating' && type !== 'link' && (
        <p className={styles['name']} dir="auto">
          {name}
        </p>
      )}
      <dl className={styles['fields']}>
        {fields.map((field) => (
          <Field key={field.label} field={field} />
        ))}
      </dl>
      <div className={styles['buttons']}>
        <Button
          kind="quiet"
          onPress={() => {
            showHistoryOf(id, name);
          }}
        >
          Show its history
        </Button>
        {type !== 'case' && type !== 'analyst' && (
          <Button kind="quiet" isDisabled={isReadOnly} onPress={() => void restore(id, version)}>
            {how === 'removed' ? 'Bring it back' : 'Bring back this version'}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Field({ field: { label, before, after } }: { field: FieldChange }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {before !== '' && (
          <del className={styles['before']} dir="auto">
            {before}
          </del>
        )}
        {after !== '' && (
          <ins className={styles['after']} dir="auto">
            {after}
          </ins>
        )}
      </dd>
    </>
  );
}
