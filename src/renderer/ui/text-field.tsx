import { type KeyboardEvent, type Ref, useState } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import styles from './field.module.css';

interface TextFieldProps {
  readonly label: string;
  /** Read the label out but do not show it. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  /** The whole edit, when the field is left or Enter is pressed (Ctrl+Enter where there are several lines). */
  readonly onCommit: (value: string) => void;
  /** Says what is wrong with a value, or null; a wrong value is not committed. */
  readonly validate?: (value: string) => string | null;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A text that is changed as one step: leaving the field or Enter commits, Escape takes the edit back. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, value, onCommit, validate, multiline = false } = props;
  const { placeholder, description, isDisabled = false, autoFocus = false, inputRef } = props;
  // Null: not being edited, so the field shows the value as it is, also when it changes elsewhere.
  const [draft, setDraft] = useState<string | null>(null);
  // What was committed over which value: shown until the change arrives, so that nothing jumps under the pointer.
  const [sent, setSent] = useState<{ text: string; over: string } | null>(null);
  if (sent !== null && sent.over !== value) setSent(null);
  const problem = draft === null ? null : (validate?.(draft) ?? null);

  function commit(): void {
    if (problem !== null) return;
    if (draft !== null && draft !== value) {
      onCommit(draft);
      setSent({ text: draft, over: value });
    }
    setDraft(null);
  }

  function handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && draft !== null) {
      // Escape takes back the edit and must not close the dialog around it as well.
      event.stopPropagation();
      setDraft(null);
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
      value={draft ?? sent?.text ?? value}
      onChange={setDraft}
      onBlur={commit}
      isInvalid={problem !== null}
      data-editing={draft !== null}
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
