import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import list from './list.module.css';

/** One of a few values to choose from. */
export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What the choice means, under its label. */
  readonly meaning?: string;
}

interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: V | null;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a few choices, each with its meaning. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, isLabelHidden = false, value, options, onChange } = props;
  return (
    <Select
      className={styles['field'] ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        // Choosing what is chosen already changes nothing, and must not become a step of undo.
        if (chosen !== undefined && chosen.value !== value) onChange(chosen.value);
      }}
      placeholder={props.placeholder ?? 'Choose…'}
      isDisabled={props.isDisabled ?? false}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Button className={styles['trigger'] ?? ''}>
        <SelectValue className={styles['value'] ?? ''} />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={list['popover'] ?? ''} offset={4}>
        <ListBox
          className={list['list'] ?? ''}
          // react-aria finds an entry by its `id`.
          items={options.map((option) => ({ ...option, id: option.value }))}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={list['item'] ?? ''}>
              <Text slot="label">{option.label}</Text>
              {option.meaning !== undefined && (
                <Text slot="description" className={list['hint'] ?? ''}>
                  {option.meaning}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
