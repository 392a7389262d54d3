import { X } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { CommandInput } from '../../../../domain/commands/registry.ts';
import type { SourceChoice } from '../../../../domain/records/source/commands.ts';
import type { Source } from '../../../../domain/records/source/record.ts';
import { sourceKinds } from '../../../../domain/records/vocabulary.ts';
import { run } from '../../../state/commands.ts';
import type { Screen } from '../../../state/navigation.ts';
import { useCase, useReadOnly } from '../../../state/replica.ts';
import { IconButton } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { SourcePicker } from '../../pickers/index.ts';
import { NamesField } from '../parts/names-field.tsx';
import { Fields, Section } from '../parts/panel.tsx';
import { ShowButton } from '../parts/show-button.tsx';
import styles from '../parts/row.module.css';
import { familyOf } from './source-uses.ts';

/** What is known of a source: its names, what it is, whom it belongs to, and ICD 206's descriptor. */
export function SourceFields({ screen, source }: { screen: Screen; source: Source }) {
  const isReadOnly = useReadOnly();

  function change(changes: CommandInput<'source/update'>['changes']): ReturnType<typeof run> {
    return run('source/update', { source: source.id, changes });
  }

  function describe(part: Partial<Source['descriptor']>): ReturnType<typeof run> {
    return change({ descriptor: { ...source.descriptor, ...part } });
  }

  return (
    <>
      <Fields>
        <TextField
          label="Name"
          value={source.name}
          validate={(name) => (name.trim() === '' ? 'A source needs a name.' : null)}
          isDisabled={isReadOnly}
          onCommit={(name) => change({ name: name.trim() })}
        />
        <SelectField
          label="Kind"
          value={source.kind}
          options={sourceKinds}
          isDisabled={isReadOnly}
          onChange={(kind) => {
            void change({ kind });
          }}
        />
        <NamesField
          label="Aliases"
          addLabel="Add an alias"
          names={source.aliases}
          isDisabled={isReadOnly}
          onChange={(aliases) => {
            void change({ aliases });
          }}
        />
        <ParentField screen={screen} source={source} />
      </Fields>
      <Section title="Source descriptor">
        {descriptorParts.map(({ part, label, asks }) => (
          <TextField
            key={part}
            label={label}
            multiline
            value={source.descriptor[part]}
            placeholder={asks}
            isDisabled={isReadOnly}
            onCommit={(text) => describe({ [part]: text })}
          />
        ))}
        <TextField
          label="Note"
          multiline
          value={source.note}
          isDisabled={isReadOnly}
          onCommit={(note) => change({ note })}
        />
      </Section>
    </>
  );
}

const descriptorParts = [
  { part: 'access', label: 'Access', asks: 'How would it know?' },
  { part: 'record', label: 'Record', asks: 'Has it been right before?' },
  { part: 'bias', label: 'Bias', asks: 'What does it want to be believed?' },
] as const;

function ParentField({ screen, source }: { screen: Screen; source: Source }) {
  const { id, parent } = source;
  const isReadOnly = useReadOnly();
  const family = useCase(useCallback((view: CaseView) => [...familyOf(view, id)], [id]));
  const without = useMemo(() => new Set(family), [family]);

  function belongTo(newParent: SourceChoice | null): void {
    void run('source/update', { source: id, changes: { parent: newParent } });
  }

  return (
    <div className={styles['row']}>
      <SourcePicker
        label="Belongs to"
        value={parent}
        newKind="organisation"
        without={without}
        placeholder="Nobody: owner, ministry, party…"
        isDisabled={isReadOnly}
        onPick={belongTo}
      />
      {parent !== null && <ShowButton screen={screen} id={parent} label="Show the source" />}
      {parent !== null && !isReadOnly && (
        <IconButton
          label="Belongs to nobody"
          icon={X}
          onPress={() => {
            belongTo(null);
          }}
        />
      )}
    </div>
  );
}
