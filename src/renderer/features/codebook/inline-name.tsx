import { type KeyboardEvent, useRef } from 'react';
import styles from './codebook.module.css';

interface InlineNameProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** The name when Enter is pressed or the box is left; never empty. */
  readonly onSubmit: (name: string) => void;
  /** Escape, or leaving the box empty or as it was. */
  readonly onCancel: () => void;
}

/** A name being written in its row. */
export function InlineName({ label, value, placeholder, onSubmit, onCancel }: InlineNameProps) {
  // Ending the edit takes the focus away, which would end it a second time.
  const isOver = useRef(false);

  function end(name: string): void {
    if (isOver.current) return;
    isOver.current = true;
    if (name === '' || name === value) onCancel();
    else onSubmit(name);
  }

  function handleKeys(event: KeyboardEvent<HTMLInputElement>): void {
    // The tree around the box would take letters for finding a row, and arrows for walking.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(event.currentTarget.value.trim());
    if (event.key === 'Escape') end('');
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
  }

  return (
    <input
      className={styles['input']}
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      // Not controlled: nobody needs the name before it is whole.
      defaultValue={value}
      ref={focusWhole}
      onKeyDown={handleKeys}
      onBlur={(event) => {
        end(event.currentTarget.value.trim());
      }}
    />
  );
}

function focusWhole(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
