import { useState } from 'react';
import type { DocumentRecord } from '../../../../domain/records/document/record.ts';
import { run } from '../../../state/commands.ts';
import { formatLabel } from '../../../state/document-formats.ts';
import { type Screen, openReader, select } from '../../../state/navigation.ts';
import { currentView, useReadOnly, useRecord } from '../../../state/replica.ts';
import type { InspectorProps } from '../../../state/screen.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { momentOf } from '../../../ui/moment.ts';
import { listed, removalOf } from '../parts/consequences.ts';
import { historyEntry } from '../parts/history-entry.ts';
import { Panel, Section } from '../parts/panel.tsx';
import { DocumentFields } from './document-fields.tsx';
import styles from './document.module.css';

/** A document: what it says of itself, corrected where need be, and the file it came from. */
export function DocumentInspector({ screen, record: document }: InspectorProps<'document'>) {
  const isReadOnly = useReadOnly();
  const [isAsked, setAsked] = useState(false);
  return (
    <Panel
      screen={screen}
      kind="Document"
      actions={[
        {
          id: 'read',
          label: 'Open in the reader',
          onAction: () => {
            openReader(document.id);
          },
        },
        historyEntry(document),
        'separator',
        {
          id: 'remove',
          label: 'Remove…',
          isDanger: true,
          isDisabled: isReadOnly,
          onAction: () => {
            setAsked(true);
          },
        },
      ]}
    >
      <DocumentFields screen={screen} document={document} />
      <Section title="File">
        <FileFacts document={document} />
      </Section>
      {isAsked && (
        <RemoveDocument
          screen={screen}
          document={document}
          onClose={() => {
            setAsked(false);
          }}
        />
      )}
    </Panel>
  );
}

function FileFacts({ document }: { document: DocumentRecord }) {
  const analyst = useRecord(document.created.by);
  return (
    <dl className={styles['facts']}>
      <Fact name="Name">{document.fileName}</Fact>
      <Fact name="Format">{formatLabel(document.format)}</Fact>
      <Fact name="Encoding">{document.encoding}</Fact>
      <Fact name="Size">
        {document.original.size.toLocaleString('en-GB')} bytes,{' '}
        {document.length.toLocaleString('en-GB')} characters of text
      </Fact>
      <Fact name="Imported">
        <time dateTime={document.created.at}>{momentOf(document.created.at)}</time>
        {analyst !== undefined && ` by ${analyst.name}`}
      </Fact>
      <Fact name="SHA-256">
        <code className={styles['hash']}>{document.original.hash}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['fact']} dir="auto">
        {children}
      </dd>
    </>
  );
}

interface RemoveDocumentProps {
  readonly screen: Screen;
  readonly document: DocumentRecord;
  readonly onClose: () => void;
}

function RemoveDocument({ screen, document, onClose }: RemoveDocumentProps) {
  const { removed, changed } = removalOf(currentView(), [document.id]);
  const along = listed(removed, ['highlight', 'claim', 'link']);
  const poorer = listed(changed, ['claim']);

  async function remove(): Promise<void> {
    const outcome = await run('document/remove', { documents: [document.id] });
    if (outcome !== null) select(screen, null);
  }

  return (
    <ConfirmDialog
      title={`Remove “${document.title}”?`}
      isOpen
      confirm="Remove"
      isDanger
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      <p>
        {along === '' ? 'Nothing is highlighted in it. ' : `With it go ${along}. `}
        {poorer !== '' && `${poorer} elsewhere will lose evidence. `}
        The file stays in the case folder, and Undo brings everything back.
      </p>
    </ConfirmDialog>
  );
}
