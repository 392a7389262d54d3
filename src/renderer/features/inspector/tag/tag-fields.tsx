import { useCallback } from 'react';
import type { CommandInput } from '../../../../domain/commands/registry.ts';
import type { Tag } from '../../../../domain/records/tag/record.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import { run } from '../../../state/commands.ts';
import { useCase, useReadOnly, useRecords } from '../../../state/replica.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { tagPath } from '../../pickers/index.ts';
import { Fields, Quiet } from '../parts/panel.tsx';
import { ColourPicker } from './colour-picker.tsx';

/** A tag's name, colour, definition and key. */
export function TagFields({ tag }: { tag: Tag }) {
  const isReadOnly = useReadOnly();
  const path = useCase(useCallback((view: CaseView) => tagPath(view, tag), [tag]));

  function change(changes: CommandInput<'tag/update'>['changes']): ReturnType<typeof run> {
    return run('tag/update', { tag: tag.id, changes });
  }

  return (
    <Fields>
      {path !== '' && <Quiet>In {path}</Quiet>}
      <TextField
        label="Name"
        value={tag.name}
        validate={(name) => (name.trim() === '' ? 'A tag needs a name.' : null)}
        isDisabled={isReadOnly}
        onCommit={(name) => change({ name: name.trim() })}
      />
      <ColourPicker
        value={tag.colour}
        isDisabled={isReadOnly}
        onChange={(colour) => {
          void change({ colour });
        }}
      />
      <TextField
        label="Definition"
        multiline
        value={tag.definition}
        placeholder="When to use it, when not"
        isDisabled={isReadOnly}
        onCommit={(definition) => change({ definition })}
      />
      <KeyField
        tag={tag}
        isDisabled={isReadOnly}
        onChange={(key) => {
          void change({ key });
        }}
      />
    </Fields>
  );
}

interface KeyFieldProps {
  readonly tag: Tag;
  readonly isDisabled: boolean;
  readonly onChange: (key: string | null) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const noKey = 'none';

function KeyField({ tag, isDisabled, onChange }: KeyFieldProps) {
  const tags = useRecords('tag');
  const owners = new Map(tags.map(({ key, name }) => [key, name]));
  const free = digits.filter((digit) => digit === tag.key || !owners.has(digit));
  return (
    <SelectField
      label="Key that puts it on selected words"
      value={tag.key ?? noKey}
      options={[
        { value: noKey, label: 'No key' },
        ...free.map((digit) => ({ value: digit, label: `Key ${digit}` })),
      ]}
      isDisabled={isDisabled}
      onChange={(key) => {
        onChange(key === noKey ? null : key);
      }}
    />
  );
}
