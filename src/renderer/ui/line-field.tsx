import { Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import styles from './field.module.css';

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly autoFocus?: boolean;
}

/** A text of a form that is sent as a whole; for a text that is a change of its own, see TextField. */
export function LineField(props: LineFieldProps) {
  const { label, value, onChange, multiline = false, placeholder = '', description } = props;
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {multiline ? (
        <TextArea
          dir="auto"
          placeholder={placeholder}
          className={`${styles['input'] ?? ''} ${styles['multiline'] ?? ''}`}
        />
      ) : (
        <Input dir="auto" placeholder={placeholder} className={styles['input'] ?? ''} />
      )}
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
    </AriaTextField>
  );
}
