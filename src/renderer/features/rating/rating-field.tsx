import { useCallback } from 'react';
import type { CaseView } from '../../../domain/core/case-state.ts';
import { ratingsOf } from '../../../domain/analysis/ratings.ts';
import { type ScaleId, gradeOf, scales } from '../../../domain/scales/registry.ts';
import type { Scale } from '../../../domain/scales/scale.ts';
import { run } from '../../state/commands.ts';
import { useCase, useReadOnly } from '../../state/replica.ts';
import type { ClaimId } from '../../../domain/records/claim/record.ts';
import type { SourceId } from '../../../domain/records/source/record.ts';
import { FieldsOf } from '../../ui/kept-edits.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GradePicker } from './grade-picker.tsx';
import styles from './rating-field.module.css';
import { RatingHistory } from './rating-history.tsx';

interface RatingFieldProps {
  readonly subject: SourceId | ClaimId;
  readonly scale: ScaleId;
  /** The heading above says already what is rated. */
  readonly isNameHidden?: boolean;
}

/** Rates a source or a claim on one scale: the grades, why the one that holds was given, and those before it. */
export function RatingField({ subject, scale, isNameHidden = false }: RatingFieldProps) {
  const history = useCase(
    useCallback((view: CaseView) => ratingsOf(view, subject, scale), [subject, scale]),
  );
  const isReadOnly = useReadOnly();
  const current = history.at(-1) ?? null;
  const { name, startsUnrated, unrated, reminder }: Scale = scales[scale];
  // Where nobody has rated, some scales have a grade that says so, and the others none.
  const value = current?.value ?? (startsUnrated ? unrated : null);
  const grade = value === null ? undefined : gradeOf(scale, value);

  function rate(value: string): void {
    void run('rating/add', { subjects: [subject], scale, value });
  }

  return (
    <div className={styles['rating']}>
      <div className={styles['head']}>
        {!isNameHidden && <span className={styles['name']}>{name}</span>}
        <span className={styles['label']}>{grade?.label ?? 'Not rated'}</span>
      </div>
      <GradePicker scale={scale} value={value} onRate={rate} isDisabled={isReadOnly} />
      {reminder !== null && (reminder.grade === null || reminder.grade === value) && (
        <p className={styles['reminder']} role="note">
          {reminder.words}
        </p>
      )}
      {current !== null && (
        <FieldsOf key={current.id} owner={current.id}>
          <TextField
            label={`Why this ${name.toLowerCase()}`}
            keptAs="reason"
            isLabelHidden
            multiline
            value={current.reason}
            placeholder={`Why ${grade?.label.toLowerCase() ?? current.value}?`}
            isDisabled={isReadOnly}
            onCommit={(reason) => run('rating/explain', { rating: current.id, reason })}
          />
        </FieldsOf>
      )}
      {current !== null && (
        <RatingHistory history={history} {...(isReadOnly ? {} : { onReaffirm: rate })} />
      )}
    </div>
  );
}
