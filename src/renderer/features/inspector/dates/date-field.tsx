import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { useKeptEdit } from '../../../ui/kept-edits.tsx';
import { notSaved } from '../../../ui/text-field.tsx';
import { DateBoxes } from './date-boxes.tsx';
import { type DateForm, type DateMode, edtfOf, formOf, inMode, isComplete } from './date-form.ts';
import styles from './date-field.module.css';

interface DateFieldProps {
  /** "Event time". */
  readonly label: string;
  /** An EDTF date, or null if unknown. */
  readonly value: string | null;
  /** A promise of null says that it was refused: what was typed then stays, as in a TextField. */
  readonly onCommit: (edtf: string | null) => Promise<unknown>;
  readonly isDisabled: boolean;
}

const modes: readonly { value: DateMode; label: string; meaning: string }[] = [
  { value: 'unknown', label: 'Unknown', meaning: 'Not said.' },
  { value: 'date', label: 'Exact date', meaning: 'A day, a month or a year.' },
  { value: 'time', label: 'Date and time', meaning: 'A moment of a day.' },
  { value: 'range', label: 'Range', meaning: 'From one date to another; either end may be open.' },
  { value: 'about', label: 'About', meaning: 'A day, a month or a year, approximately.' },
  { value: 'other', label: 'As EDTF', meaning: 'Anything else that ISO 8601-2 can say.' },
];

/** A date in the forms people use, stored as EDTF; one command when the field as a whole is left. */
export function DateField({ label, value, onCommit, isDisabled }: DateFieldProps) {
  const errorId = useId();
  // Null: not being edited, so the field shows the value as it is, also when it changes elsewhere.
  const kept = useKeptEdit<DateForm>(label);
  const [typed, setDraft] = useState<DateForm | null>(kept.edit ?? null);
  const [found, setProblem] = useState<string | null>(kept.edit === undefined ? null : notSaved);
  // Where nothing can be changed, as in the past of a case, the field shows what holds there.
  const [draft, problem] = isDisabled ? [null, null] : [typed, found];
  const form = draft ?? formOf(value);

  // A mode that was only just chosen waits for its boxes; a range may be left with an open end.
  function commit(edited: DateForm, isBegun: boolean): void {
    const edtf = edtfOf(edited);
    if (!isComplete(edited) && (!isBegun || !edtf.ok)) return;
    if (!edtf.ok) {
      kept.keep(edited);
      setProblem(edtf.error);
      return;
    }
    forget();
    if (edtf.value !== value) void send(edited, edtf.value);
  }

  async function send(edited: DateForm, edtf: string | null): Promise<void> {
    if ((await onCommit(edtf)) !== null) return;
    kept.keep(edited);
    // What was typed since goes before what was refused.
    setDraft((current) => current ?? edited);
    setProblem(notSaved);
  }

  function changeMode(mode: DateMode): void {
    const next = inMode(form, mode);
    setDraft(next);
    setProblem(null);
    commit(next, false);
  }

  function handleBlur(event: FocusEvent): void {
    if (draft !== null && !event.currentTarget.contains(event.relatedTarget)) commit(draft, true);
  }

  function handleKeys(event: KeyboardEvent): void {
    if (draft === null || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit(draft, true);
    if (event.key === 'Escape') {
      event.stopPropagation();
      forget();
    }
  }

  function forget(): void {
    kept.drop();
    setDraft(null);
    setProblem(null);
  }

  return (
    <div className={styles['field']} role="group" aria-label={label} data-editing={draft !== null}>
      <SelectField
        label={label}
        value={form.mode}
        options={modes}
        onChange={changeMode}
        isDisabled={isDisabled}
      />
      <div onBlur={handleBlur} onKeyDown={handleKeys}>
        <DateBoxes
          label={label}
          form={form}
          onChange={setDraft}
          isDisabled={isDisabled}
          {...(problem === null ? {} : { errorId })}
        />
      </div>
      {problem === null ? (
        <Reading form={form} />
      ) : (
        <p id={errorId} className={styles['error']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What is typed, in words: the check that it was understood. */
function Reading({ form }: { form: DateForm }) {
  const edtf = edtfOf(form);
  if (!edtf.ok || edtf.value === null || form.mode === 'date') return null;
  const words = dateLabel(edtf.value);
  return (
    <p className={styles['reading']}>
      {words}
      {words !== edtf.value && <span className={styles['edtf']}> {edtf.value}</span>}
    </p>
  );
}
