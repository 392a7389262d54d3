import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { type Action, useOffer } from '../../state/actions.ts';
import { openReader } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import { Button } from '../../ui/button.tsx';
import { ImportEmptyState, ImportMenu } from '../importing/index.ts';
import { BulkBar, InspectorToggle, RecordTable, useRecordTable } from '../record-table/index.ts';
import { documentColumns, initialDocumentLayout } from './document-columns.tsx';
import { RemoveDocuments } from './remove-documents.tsx';
import { useDocumentRows } from './use-document-rows.ts';

/** The list of all documents. */
export function DocumentsScreen() {
  const rows = useDocumentRows();
  // Remembered for this case, as the rest of how its screens were left.
  const [isInspecting, setInspecting] = useViewState('documents/inspector', z.boolean(), true);
  const table = useRecordTable({
    screen: 'documents',
    columns: documentColumns,
    rows,
    initialLayout: initialDocumentLayout,
  });
  const { targets, onSearch } = table;
  const isReadOnly = useReadOnly();
  const [isRemoving, setRemoving] = useState(false);
  // The selected documents, or else the one with the focus.
  const canRemove = targets.length > 0 && !isReadOnly;
  const actions = useMemo(
    () => documentActions(onSearch, canRemove, setRemoving),
    [onSearch, canRemove],
  );
  useOffer(actions);

  return (
    <>
      <RecordTable
        table={table}
        title="Documents"
        noun="document"
        searchLabel="Search the list"
        tools={
          <>
            <InspectorToggle isShown={isInspecting} onChange={setInspecting} />
            <ImportMenu />
          </>
        }
        bulk={
          <BulkBar table={table} label="Selected documents">
            <Button
              kind="danger"
              icon={Trash2}
              onPress={() => {
                setRemoving(true);
              }}
            >
              Remove…
            </Button>
          </BulkBar>
        }
        onOpen={({ id }) => {
          openReader(id);
        }}
        empty={<ImportEmptyState />}
        isInspecting={isInspecting}
      />
      <RemoveDocuments
        documents={targets}
        isOpen={isRemoving}
        onClose={() => {
          setRemoving(false);
        }}
      />
    </>
  );
}

/** What the screen offers to the palette and the keys besides its buttons. */
function documentActions(
  onSearch: () => void,
  canRemove: boolean,
  setRemoving: (isRemoving: boolean) => void,
): Action[] {
  const common = { group: 'Documents', screen: 'documents' } as const;
  return [
    {
      ...common,
      id: 'documents/search',
      label: 'Search the list of documents',
      keys: 'Ctrl+F / /',
      perform: onSearch,
    },
    {
      ...common,
      id: 'documents/remove',
      label: 'Remove the documents…',
      keys: 'Delete',
      enabled: canRemove,
      perform: () => {
        setRemoving(true);
      },
    },
  ];
}
