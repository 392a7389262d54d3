import { useMemo } from 'react';
import type { SourceId } from '../../../domain/model/ids.ts';
import { type SourceKind, sourceKinds, termOf } from '../../../domain/model/vocabulary.ts';
import { createdId, run } from '../../state/commands.ts';
import { useRecords } from '../../state/replica.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';

interface SourcePickerProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: SourceId | null;
  /** The source chosen, or the one just made of the words typed. */
  readonly onPick: (source: SourceId, isNew: boolean) => void;
  /** What a source made here is; left out, none can be made. */
  readonly newKind?: SourceKind;
  /** Sources not to be offered. */
  readonly without?: ReadonlySet<SourceId>;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** Chooses a source by its name or any of its aliases, or makes one of the words typed. */
export function SourcePicker(props: SourcePickerProps) {
  const { label, value, onPick, newKind, without } = props;
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

  async function create(name: string, kind: SourceKind): Promise<void> {
    const id = createdId(await run('source/create', { name, kind }), 'source');
    if (id !== null) onPick(id, true);
  }

  return (
    <ComboBox
      label={label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={items}
      selected={value}
      onPick={(id) => {
        const chosen = items.find((item) => item.id === id);
        if (chosen !== undefined) onPick(chosen.id, false);
      }}
      {...(newKind === undefined
        ? {}
        : {
            onCreate: (name: string) => void create(name, newKind),
            createLabel: 'Add the source',
          })}
      placeholder={props.placeholder ?? 'Name or alias…'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    />
  );
}
