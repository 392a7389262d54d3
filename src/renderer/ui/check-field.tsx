import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './check-field.module.css';

interface CheckFieldProps {
  readonly isSelected: boolean;
  /** Some of what it stands for is chosen. */
  readonly isIndeterminate?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/**
 * A box to tick, with what it stands for beside it. react-aria keeps the real checkbox, hidden; what is drawn is only
 * its sign.
 */
export function CheckField(props: CheckFieldProps) {
  const { isSelected, isIndeterminate = false, onChange, children } = props;
  return (
    <CheckboxField
      className={styles['field'] ?? ''}
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      onChange={onChange}
    >
      <CheckboxButton className={styles['button'] ?? ''}>
        <span className={styles['box']} aria-hidden>
          {isIndeterminate ? <Minus size={14} /> : isSelected && <Check size={14} />}
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}
