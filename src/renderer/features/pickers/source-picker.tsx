import type { SourceChoice } from '../../../domain/records/source/commands.ts';
import { shortName } from '../../../domain/records/registry.ts';
import { type SourceKind, sourceKinds, termOf } from '../../../domain/records/vocabulary.ts';
import { currentView, useRecord } from '../../state/replica.ts';
import type { SourceId } from '../../../domain/records/source/record.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';
import { calledByNumber } from './called-by-number.ts';

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

/** Chooses a source by its number, its name or any of its aliases, or a new one of the words typed. */
export function SourcePicker(props: SourcePickerProps) {
  const { value, without } = props;
  const source = useRecord(value);

  return (
    <ComboBox
      label={props.label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={() => allSources().filter(({ id }) => id === value || without?.has(id) !== true)}
      selected={source === undefined ? null : { id: source.id, label: source.name }}
      onPick={props.onPick}
      called={(typed) => calledByNumber('source', typed)}
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

function allSources(): ComboBoxItem<SourceId>[] {
  return Array.from(currentView().all('source'), (source) => {
    const { id, name, kind, aliases } = source;
    const number = shortName(source);
    return {
      id,
      label: name,
      hint: [number, termOf(sourceKinds, kind).label, ...aliases].join(' · '),
      keywords: [String(source.number), ...aliases],
    };
  }).sort((a, b) => a.label.localeCompare(b.label));
}
