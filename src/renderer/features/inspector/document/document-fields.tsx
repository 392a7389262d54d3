import { X } from 'lucide-react';
import type { CommandInput } from '../../../../domain/commands/registry.ts';
import type { DocumentRecord } from '../../../../domain/records/document/record.ts';
import { run } from '../../../state/commands.ts';
import type { Screen } from '../../../state/navigation.ts';
import { useReadOnly } from '../../../state/replica.ts';
import { IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { SourcePicker } from '../../pickers/index.ts';
import { DateField } from '../dates/date-field.tsx';
import { NamesField } from '../parts/names-field.tsx';
import { Fields } from '../parts/panel.tsx';
import styles from '../parts/row.module.css';
import { ShowButton } from '../parts/show-button.tsx';
import { languageName, languageTag } from './language.ts';

/** What a document says of itself, as far as it was read from the file or is known otherwise. */
export function DocumentFields({ screen, document }: { screen: Screen; document: DocumentRecord }) {
  const isReadOnly = useReadOnly();

  function change(changes: CommandInput<'document/update'>['changes']): ReturnType<typeof run> {
    return run('document/update', { document: document.id, changes });
  }

  return (
    <Fields>
      <TextField
        label="Title"
        multiline
        value={document.title}
        validate={(title) => (title.trim() === '' ? 'A document needs a title.' : null)}
        isDisabled={isReadOnly}
        onCommit={(title) => change({ title: title.trim() })}
      />
      <NamesField
        label="Authors"
        addLabel="Add an author"
        names={document.authors}
        isDisabled={isReadOnly}
        onChange={(authors) => {
          void change({ authors });
        }}
      />
      <div className={styles['row']}>
        <SourcePicker
          label="Publisher"
          value={document.publisher}
          newKind="outlet"
          placeholder="Not known"
          isDisabled={isReadOnly}
          onPick={(publisher) => {
            void change({ publisher });
          }}
        />
        {document.publisher !== null && (
          <ShowButton screen={screen} id={document.publisher} label="Show the publisher" />
        )}
        {document.publisher !== null && !isReadOnly && (
          <IconButton
            label="No publisher"
            icon={X}
            onPress={() => {
              void change({ publisher: null });
            }}
          />
        )}
      </div>
      <DateField
        label="Published"
        value={document.date}
        isDisabled={isReadOnly}
        onCommit={(date) => change({ date })}
      />
      <LanguageField document={document} onChange={change} />
      <TextField
        label="URL"
        value={document.url ?? ''}
        description="Kept as text; Assay never opens it."
        isDisabled={isReadOnly}
        onCommit={(url) => change({ url: url.trim() === '' ? null : url.trim() })}
      />
      <TextField
        label="Note"
        multiline
        value={document.note}
        isDisabled={isReadOnly}
        onCommit={(note) => change({ note })}
      />
    </Fields>
  );
}

interface LanguageFieldProps {
  readonly document: DocumentRecord;
  readonly onChange: (changes: { language: string | null }) => ReturnType<typeof run>;
}

function LanguageField({ document, onChange }: LanguageFieldProps) {
  const isReadOnly = useReadOnly();
  const name = document.language === null ? null : languageName(document.language);
  return (
    <TextField
      label="Language"
      value={document.language ?? ''}
      placeholder="Not known: en, ar, fa-IR…"
      {...(name === null ? {} : { description: name })}
      validate={(text) =>
        text.trim() === '' || languageTag(text) !== null
          ? null
          : 'Write the language’s code, such as en, ar or fa-IR.'
      }
      isDisabled={isReadOnly}
      onCommit={(text) => {
        const language = languageTag(text);
        return language === document.language ? undefined : onChange({ language });
      }}
    />
  );
}
