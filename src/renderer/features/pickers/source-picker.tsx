import { useMemo } from 'react';
import type { SourceChoice } from '../../../domain/commands/source.ts';
import type { SourceId } from '../../../domain/model/ids.ts';
import { type SourceKind, sourceKinds, termOf } from '../../../domain/model/vocabulary.ts';
import { useRecords } from '../../state/replica.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';

interface SourcePickerField {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: SourceId | null;
  /** Sources not to be offered. */
  readonly without?: ReadonlySet<SourceId>;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** With a kind for new sources, words that name none are one to be made: by the command that uses it. */
type SourcePickerProps = SourcePickerField &
  (
    | { readonly newKind?: undefined; readonly onPick: (source: SourceId) => void }
    | { readonly newKind: SourceKind; readonly onPick: (source: SourceChoice) => void }
  );

/** Chooses a source by its name or any of its aliases, or a new one of the words typed. */
export function SourcePicker(props: SourcePickerProps) {
  const { label, value, without } = props;
  const sources = useRecords('source');
  const items = useMemo(
    () =>
      sources
        .filter((source) => source.id === value || without?.has(source.id) !== true)
        .map((source): ComboBoxItem & { id: SourceId } => ({
          id: source.id,
          label: source.name,
          hint: [termOf(sourceKinds, source.kind).label, ...source.aliases].join(' · '),
          keywords: source.aliases,
        }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [sources, value, without],
  );

  return (
    <ComboBox
      label={label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={items}
      selected={value}
      onPick={(id) => {
        const chosen = items.find((item) => item.id === id);
        if (chosen !== undefined) props.onPick(chosen.id);
      }}
      {...(props.newKind === undefined
        ? {}
        : {
            onCreate: (name: string) => {
              props.onPick({ new: { name, kind: props.newKind } });
            },
            createLabel: 'Add the source',
          })}
      placeholder={props.placeholder ?? 'Name or alias…'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    />
  );
}
