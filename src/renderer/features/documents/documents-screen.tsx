import { PanelRight, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { type Action, useOffer } from '../../state/actions.ts';
import { openReader, select, useSelected } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useViewState } from '../../state/view-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import {
  DataTable,
  NothingMatches,
  TableLayout,
  TableStatus,
  TableToolbar,
  useDataTable,
} from '../../ui/table/index.ts';
import { ImportEmptyState, ImportMenu } from '../importing/index.ts';
import { Inspector } from '../inspector/index.ts';
import { documentColumns, initialDocumentLayout } from './document-columns.tsx';
import { RemoveDocuments } from './remove-documents.tsx';
import { type DocumentRow, useDocumentRows } from './use-document-rows.ts';
import screen from '../../ui/screen.module.css';
import styles from './documents.module.css';

/** The list of all documents. */
export function DocumentsScreen() {
  const rows = useDocumentRows();
  const [layout, onLayout] = useViewState('documents/table', TableLayout, initialDocumentLayout);
  const [isInspecting, setInspecting] = useViewState('documents/inspector', z.boolean(), true);
  const model = useDataTable({
    columns: documentColumns,
    rows,
    rowId,
    layout,
    onLayout,
    initialLayout: initialDocumentLayout,
  });
  const { shown } = model;
  const focused = useSelected('documents');
  const isReadOnly = useReadOnly();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isRemoving, setRemoving] = useState(false);
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : shown().filter(({ id }) => selected.has(id))),
    [shown, selected],
  );
  const targets = chosen.length > 0 ? chosen : rows.filter(({ id }) => id === focused);
  const [search, setSearch] = useState<HTMLInputElement | null>(null);
  const canRemove = targets.length > 0 && !isReadOnly;
  const actions = useMemo(
    () => documentActions(search, canRemove, setRemoving),
    [search, canRemove],
  );
  useOffer(actions);

  return (
    <div className={screen['screen']}>
      <section className={screen['main']} aria-label="Documents">
        <TableToolbar
          model={model}
          title="Documents"
          searchLabel="Search the list"
          searchRef={setSearch}
        >
          <IconButton
            label="Inspector"
            icon={PanelRight}
            isSelected={isInspecting}
            onPress={() => {
              setInspecting(!isInspecting);
            }}
          />
          <ImportMenu />
        </TableToolbar>
        {chosen.length > 0 && !isReadOnly && (
          <div className={styles['bulk']} role="toolbar" aria-label="Selected documents">
            <span className={styles['bulkCount']}>{chosen.length.toLocaleString()} selected</span>
            <Button
              kind="danger"
              icon={Trash2}
              onPress={() => {
                setRemoving(true);
              }}
            >
              Remove…
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setSelected(new Set());
              }}
            >
              Clear selection
            </Button>
          </div>
        )}
        <DataTable
          model={model}
          label="Documents"
          selected={selected}
          onSelect={setSelected}
          focused={focused}
          onFocusRow={(id) => {
            const row = rows.find((candidate) => candidate.id === id);
            if (row !== undefined) select('documents', row.id);
          }}
          onOpen={({ id }) => {
            openReader(id);
          }}
          empty={
            rows.length === 0 ? (
              <ImportEmptyState />
            ) : (
              <NothingMatches model={model} noun="document" />
            )
          }
        />
        <TableStatus model={model} noun="document" selectedCount={chosen.length} />
      </section>
      {isInspecting && focused !== null && <Inspector screen="documents" id={focused} />}
      <RemoveDocuments
        documents={targets}
        isOpen={isRemoving}
        onClose={() => {
          setRemoving(false);
        }}
      />
    </div>
  );
}

function documentActions(
  search: HTMLInputElement | null,
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
      perform: () => search?.focus(),
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

function rowId({ id }: DocumentRow): string {
  return id;
}
