import { tlp } from '../../../domain/scales/tlp.ts';
import { run } from '../../state/commands.ts';
import { useReadOnly, useRecords } from '../../state/replica.ts';
import { FieldsOf } from '../../ui/kept-edits.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/**
 * What the case says of itself, as fields; the report prints it. Each field is a change of its own, and so a step of
 * undo of its own.
 */
export function CaseDetails() {
  const [record] = useRecords('case');
  const isDisabled = useReadOnly();
  if (record === undefined) return null;
  return (
    <FieldsOf owner={record.id}>
      <TextField
        label="Name"
        value={record.name}
        isDisabled={isDisabled}
        validate={(name) => (name.trim() === '' ? 'A name is needed.' : null)}
        onCommit={(name) => run('case/update', { name: name.trim() })}
      />
      <TextField
        label="Question"
        multiline
        placeholder="What is the case to answer?"
        value={record.question}
        isDisabled={isDisabled}
        onCommit={(question) => run('case/update', { question })}
      />
      <SelectField
        label="Marking"
        value={record.tlp}
        options={tlp}
        isDisabled={isDisabled}
        onChange={(marking) => void run('case/update', { tlp: marking })}
      />
      <TextField
        label="Source summary"
        multiline
        description="What a reader must know of the sources as a whole (ICD 206): how many are independent, what they could see, what is missing."
        value={record.sourceSummary}
        isDisabled={isDisabled}
        onCommit={(sourceSummary) => run('case/update', { sourceSummary })}
      />
    </FieldsOf>
  );
}
