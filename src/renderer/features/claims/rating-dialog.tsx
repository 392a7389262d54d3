import { useState } from 'react';
import { counted } from '../../../domain/core/counted.ts';
import { type ScaleId, scales } from '../../../domain/scales/registry.ts';
import { run } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ClaimId } from '../../../domain/records/claim/record.ts';
import { LineField } from '../../ui/line-field.tsx';
import { GradePicker } from '../rating/index.ts';
import styles from './claims.module.css';

/** Claims to be rated alike on one scale. */
export interface RatingQuestion {
  readonly scale: ScaleId;
  readonly claims: readonly ClaimId[];
}

export interface RatingDialogProps {
  readonly question: RatingQuestion;
  readonly onClose: () => void;
}

/** Rates several claims at once: the grade, and one reason for all of them. */
export function RatingDialog({ question: { scale, claims }, onClose }: RatingDialogProps) {
  const [value, setValue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const name = scales[scale].name.toLowerCase();
  return (
    <Dialog
      title={`Rate the ${name} of ${counted(claims.length, 'claim')}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            isDisabled={value === null}
            onPress={() => {
              if (value === null) return;
              onClose();
              void run('rating/add', { subjects: [...claims], scale, value, reason });
            }}
          >
            Rate
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <GradePicker scale={scale} value={value} onRate={setValue} />
        <LineField label="Why" multiline value={reason} onChange={setReason} />
      </div>
    </Dialog>
  );
}
