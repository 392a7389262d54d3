import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import styles from './field.module.css';
import { useKeptEdit } from './kept-edits.tsx';

interface TextFieldProps {
  readonly label: string;
  /** What an edit is kept as that could not be saved, among those of one owner, where the label may change. */
  readonly keptAs?: string;
  /** Read the label out but do not show it. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  /**
   * The whole edit, when the field is left or Enter is pressed (Ctrl+Enter where there are several lines). A promise of
   * null says that it was refused: the text then stays in the field as an edit that is not saved, also when the field is
   * shown again later.
   */
  readonly onCommit: (value: string) => Promise<unknown> | undefined;
  /** Says what is wrong with a value, or null; a wrong value is not committed. */
  readonly validate?: (value: string) => string | null;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** What is being typed; refused: it was committed, and could not be saved. */
interface Edit {
  readonly text: string;
  readonly isRefused: boolean;
}

/** What a field says whose edit was refused. */
export const notSaved = 'Not saved yet: press Enter to try again, or Escape to take it back.';
const notSavedLines = notSaved.replace('Enter', 'Ctrl+Enter');

/** A text that is changed as one step: leaving the field or Enter commits, Escape takes the edit back. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, value, onCommit, validate, multiline = false } = props;
  const { placeholder, description, isDisabled = false, autoFocus = false, inputRef } = props;
  const kept = useKeptEdit<string>(props.keptAs ?? label);
  // Null: not being edited, so the field shows the value as it is, also when it changes elsewhere.
  const [typed, setEdit] = useState<Edit | null>(() =>
    kept.edit === undefined ? null : { text: kept.edit, isRefused: true },
  );
  // Where nothing can be changed, as in the past of a case, the field shows what holds there.
  const edit = isDisabled ? null : typed;
  // What was committed over which value: shown until the change arrives, so that nothing jumps under the pointer.
  const [sent, setSent] = useState<{ text: string; over: string } | null>(null);
  if (sent !== null && sent.over !== value) setSent(null);
  const wrong = edit === null ? null : (validate?.(edit.text) ?? null);
  const refusal = multiline ? notSavedLines : notSaved;
  const problem = wrong ?? (edit?.isRefused === true ? refusal : null);
  // How many edits were sent: only what became of the last one counts.
  const sends = useRef(0);

  function commit(): void {
    if (edit === null) return;
    if (wrong !== null) {
      kept.keep(edit.text);
      return;
    }
    kept.drop();
    if (edit.text !== value) send(edit.text);
    setEdit(null);
  }

  function send(text: string): void {
    setSent({ text, over: value });
    sends.current += 1;
    const turn = sends.current;
    void onCommit(text)?.then((saved) => {
      if (turn !== sends.current) return;
      setSent(null);
      if (saved !== null) return;
      kept.keep(text);
      // What was typed since goes before what was refused.
      setEdit((current) => current ?? { text, isRefused: true });
    });
  }

  function handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && edit !== null) {
      // Escape takes back the edit and must not close the dialog around it as well.
      event.stopPropagation();
      kept.drop();
      setEdit(null);
      setSent(null);
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter alone is a new line there.
    if (multiline && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    commit();
  }

  // On the box itself: react-aria's field would keep every key, also those that mean something to the window.
  const entry = {
    dir: 'auto',
    onKeyDown: handleKeys,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(inputRef === undefined ? {} : { ref: inputRef }),
  };
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={edit?.text ?? sent?.text ?? value}
      onChange={(text) => {
        setEdit({ text, isRefused: false });
      }}
      onBlur={() => {
        // Leaving the field does not ask again for what was refused; Enter does.
        if (edit?.isRefused !== true) commit();
      }}
      isInvalid={problem !== null}
      data-editing={edit !== null}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      {multiline ? (
        <TextArea {...entry} className={`${styles['input'] ?? ''} ${styles['multiline'] ?? ''}`} />
      ) : (
        <Input {...entry} className={styles['input'] ?? ''} />
      )}
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}
