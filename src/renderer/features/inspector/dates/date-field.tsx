import { type FocusEvent, type KeyboardEvent, useId } from 'react';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { notSaved, useEdit } from '../../../ui/use-edit.ts';
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
  const { edit, sent, change, keep, drop, send } = useEdit<DateForm, string | null>({
    label,
    saved: value,
    isDisabled,
    isNothing,
  });
  const form = edit?.value ?? sent ?? formOf(value);
  const problem = edit?.isUnsaved === true ? whyUnsaved(form) : null;

  // A mode that was only just chosen waits for its boxes; a range may be left with an open end.
  function commit(edited: DateForm, isBegun: boolean): void {
    if (!isComplete(edited) && !isBegun) return;
    const edtf = edtfOf(edited);
    if (!edtf.ok && isNothing(edited, value)) return;
    if (!edtf.ok) keep(edited);
    else if (edtf.value === value) drop();
    else send(edited, () => onCommit(edtf.value));
  }

  function changeMode(mode: DateMode): void {
    const next = inMode(form, mode);
    change(next);
    commit(next, false);
  }

  function handleBlur(event: FocusEvent): void {
    // Leaving the field does not ask again for what was refused; Enter does.
    if (edit === null || problem === notSaved) return;
    if (!event.currentTarget.contains(event.relatedTarget)) commit(form, true);
  }

  function handleKeys(event: KeyboardEvent): void {
    // Keys in the list of modes are the list's own: it hangs outside of the field.
    const isHere = event.target instanceof Element && event.currentTarget.contains(event.target);
    if (edit === null || !isHere || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      drop();
    }
    if (event.key !== 'Enter') return;
    const isInBox = event.target instanceof HTMLInputElement;
    if (isInBox || (form.mode === 'unknown' && problem === notSaved)) {
      // Otherwise the button would open its list.
      event.preventDefault();
      event.stopPropagation();
      commit(form, true);
    }
  }

  return (
    <div
      className={styles['field']}
      role="group"
      aria-label={label}
      data-editing={edit !== null}
      // Before the button of the modes, which has no boxes beside it where the date is unknown, takes them.
      onKeyDownCapture={handleKeys}
    >
      <SelectField
        label={label}
        value={form.mode}
        options={modes}
        onChange={changeMode}
        isDisabled={isDisabled}
      />
      <div onBlur={handleBlur}>
        <DateBoxes
          label={label}
          form={form}
          onChange={change}
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

// What is wrong with it, or else that it was refused.
function whyUnsaved(form: DateForm): string {
  const edtf = edtfOf(form);
  return edtf.ok ? notSaved : edtf.error;
}

// Nothing was there, and nothing is typed into any box.
function isNothing({ mode, ...boxes }: DateForm, saved: string | null): boolean {
  const isEmpty = mode === 'unknown' || Object.values(boxes).every((text) => text.trim() === '');
  return saved === null && isEmpty;
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
