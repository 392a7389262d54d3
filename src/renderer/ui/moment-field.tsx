import { useId } from 'react';
import styles from './field.module.css';

interface MomentFieldProps {
  readonly label: string;
  /** A day, or a day with a time of day. */
  readonly kind: 'date' | 'datetime-local';
  readonly isLabelBeside?: boolean;
  /** In local time: `2026-03-10` or `2026-03-10T14:05`; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * A day or a moment of the calendar, typed or picked. The browser's own field: its calendar, its keys and its order of
 * day and month are those of the system.
 */
export function MomentField({
  label,
  kind,
  isLabelBeside = false,
  value,
  onChange,
}: MomentFieldProps) {
  const id = useId();
  return (
    <div className={styles[isLabelBeside ? 'beside' : 'field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type={kind}
        className={styles['input']}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
