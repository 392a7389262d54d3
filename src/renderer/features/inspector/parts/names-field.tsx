import { type KeyboardEvent, useId, useState } from 'react';
import { Chip } from '../../../ui/chip.tsx';
import styles from './chips.module.css';

interface NamesFieldProps {
  /** "Aliases". */
  readonly label: string;
  /** What the box for one more asks for: "Add an alias". */
  readonly addLabel: string;
  readonly names: readonly string[];
  readonly onChange: (names: string[]) => void;
  readonly isDisabled: boolean;
}

/** A list of names as chips, and a box to add one: Enter adds, leaving the box adds too. */
export function NamesField({ label, addLabel, names, onChange, isDisabled }: NamesFieldProps) {
  const [typed, setTyped] = useState('');
  const labelId = useId();

  function add(): void {
    const name = typed.trim();
    setTyped('');
    if (name !== '' && !names.includes(name)) onChange([...names, name]);
  }

  function handleKeys(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') add();
    if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      setTyped('');
    }
  }

  return (
    <div className={styles['names']} data-editing={typed !== ''}>
      <span id={labelId} className={styles['label']}>
        {label}
      </span>
      {names.length > 0 && (
        <ul className={styles['chips']} aria-labelledby={labelId}>
          {names.map((name) => (
            <li key={name}>
              <Chip
                label={name}
                {...(isDisabled
                  ? {}
                  : {
                      onRemove: () => {
                        onChange(names.filter((other) => other !== name));
                      },
                    })}
              />
            </li>
          ))}
        </ul>
      )}
      {!isDisabled && (
        <input
          className={styles['input']}
          aria-label={addLabel}
          placeholder={`${addLabel}…`}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onBlur={add}
          onKeyDown={handleKeys}
        />
      )}
      {isDisabled && names.length === 0 && <span className={styles['label']}>None</span>}
    </div>
  );
}
