import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useClaimRows } from '../../src/renderer/features/claims/claim-rows.ts';
import { claimColumns } from '../../src/renderer/features/claims/claim-columns.tsx';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text, basic: sortFn_basic },
  filterFns: { includesString: filterFn_includesString },
});

const columns = claimColumns.all.map((column) => ({
  id: column.id,
  header: column.label,
  accessorFn:
    column.kind === 'number' || column.kind === 'date'
      ? (row: Parameters<typeof column.number>[0]) => column.number(row) ?? undefined
      : column.text,
}));

/** The same rows and columns as TanStack Table's own examples would draw them, with its built-in sorting and filters. */
export function PlainTable() {
  const data = useClaimRows();
  const table = useTable({ features, columns, data, globalFilterFn: 'includesString' });
  const { rows } = table.getRowModel();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 8,
  });
  return (
    <div>
      <input
        type="search"
        aria-label="Search"
        onChange={(event) => {
          table.setGlobalFilter(event.target.value);
        }}
      />
      <div ref={scroller} role="grid" style={{ height: 700, overflow: 'auto' }}>
        <div role="row" style={{ display: 'flex' }}>
          {table.getFlatHeaders().map((header) => (
            <button
              type="button"
              role="columnheader"
              key={header.id}
              style={{ width: 150 }}
              onClick={header.column.getToggleSortingHandler()}
            >
              {header.column.id}
            </button>
          ))}
        </div>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              <div
                role="row"
                key={row?.id}
                style={{
                  position: 'absolute',
                  display: 'flex',
                  height: 32,
                  transform: `translateY(${start}px)`,
                }}
              >
                {row?.getAllCells().map((cell) => (
                  <div
                    role="gridcell"
                    key={cell.id}
                    style={{ width: 150, overflow: 'hidden', whiteSpace: 'nowrap' }}
                  >
                    {cell.getValue<string | number | undefined>()}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
