import { type KeyboardEvent, useState } from 'react';
import type { SourceChoice } from '../../../../domain/records/source/commands.ts';
import { type Manner, manners } from '../../../../domain/records/vocabulary.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { SourcePicker, kindForManner } from '../../pickers/index.ts';
import styles from './chain.module.css';

interface NewHopProps {
  readonly isFirst: boolean;
  readonly onAdd: (source: SourceChoice, manner: Manner) => void;
  readonly onCancel: () => void;
}

/** A hop that is not in the chain yet: it is added when its source is chosen. */
export function NewHop({ isFirst, onAdd, onCancel }: NewHopProps) {
  // What follows a publisher is most often somebody who would not be named.
  const [manner, setManner] = useState<Manner>(isFirst ? 'on-record' : 'anonymous');

  function handleKeys(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  }

  return (
    <div
      className={styles['fields']}
      role="group"
      aria-label="New source in the chain"
      onKeyDown={handleKeys}
    >
      <SelectField label="How it speaks" value={manner} options={manners} onChange={setManner} />
      <SourcePicker
        label="Who"
        value={null}
        newKind={isFirst ? 'outlet' : kindForManner(manner)}
        autoFocus
        onPick={(source: SourceChoice) => {
          onAdd(source, manner);
        }}
      />
      <div>
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
