import { counted } from '../../../domain/core/counted.ts';
import { run } from '../../state/commands.ts';
import { notify } from '../../state/notices.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import type { DocumentRow } from './use-document-rows.ts';

export interface RemoveDocumentsProps {
  readonly documents: readonly DocumentRow[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before documents are removed, naming what goes with them. */
export function RemoveDocuments({ documents, isOpen, onClose }: RemoveDocumentsProps) {
  const highlights = sumOf(documents, (row) => row.highlights);
  const claims = sumOf(documents, (row) => row.claims);
  // One document is named by its title; of several only the number is said.
  const [only] = documents;
  const it = documents.length === 1 ? 'it' : 'them';
  const what =
    documents.length === 1 && only !== undefined
      ? `“${only.document.title}”`
      : counted(documents.length, 'document');
  return (
    <ConfirmDialog
      title={`Remove ${what}?`}
      confirm="Remove"
      isDanger
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={() => void remove(documents, what)}
    >
      <p>
        {highlights + claims === 0
          ? `Nothing in ${it} is highlighted yet.`
          : `With ${it} go ${counted(highlights, 'highlight')} and ${counted(claims, 'claim')}, with their ratings and links.`}{' '}
        The {documents.length === 1 ? 'file stays' : 'files stay'} in the case folder, and Ctrl+Z
        brings everything back.
      </p>
    </ConfirmDialog>
  );
}

async function remove(documents: readonly DocumentRow[], what: string): Promise<void> {
  const removed = await run('document/remove', { documents: documents.map(({ id }) => id) });
  // Null: the command was refused, and the analyst told.
  if (removed !== null) notify('done', `Removed ${what}. Ctrl+Z takes it back.`);
}

function sumOf(rows: readonly DocumentRow[], count: (row: DocumentRow) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0);
}
