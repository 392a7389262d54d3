import type { KeyboardEvent, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import styles from './field.module.css';
import { notSaved, useEdit } from './use-edit.ts';

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

// What a field of several lines says.
const notSavedLines = notSaved.replace('Enter', 'Ctrl+Enter');

/** A text that is changed as one step: leaving the field or Enter commits, Escape takes the edit back. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, value, onCommit, validate, multiline = false } = props;
  const { placeholder, description, isDisabled = false, autoFocus = false, inputRef } = props;
  const { edit, sent, change, keep, drop, send } = useEdit<string, string>({
    label: props.keptAs ?? label,
    saved: value,
    isDisabled,
  });
  const wrong = edit === null ? null : (validate?.(edit.value) ?? null);
  const refusal = multiline ? notSavedLines : notSaved;
  const problem = wrong ?? (edit?.isUnsaved === true ? refusal : null);

  function commit(): void {
    if (edit === null) return;
    if (wrong !== null) keep(edit.value);
    else if (edit.value === value) drop();
    else send(edit.value, () => onCommit(edit.value));
  }

  function handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && edit !== null) {
      // Escape takes back the edit and must not close the dialog around it as well.
      event.stopPropagation();
      drop();
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
      value={edit?.value ?? sent ?? value}
      onChange={change}
      onBlur={() => {
        // Leaving the field does not ask again for what was refused; Enter does.
        if (edit?.isUnsaved !== true) commit();
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
