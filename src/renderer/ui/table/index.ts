export type { RowTest, TableColumn } from './column.ts';
export { ColumnSet } from './column-set.ts';
export { DataTable } from './data-table.tsx';
export { TableLayout, filteredBy, tableLayout } from './layout.ts';
export { NothingMatches, TableStatus } from './table-status.tsx';
export { TableToolbar } from './table-toolbar.tsx';
export { type DataTableModel, type DataTableOptions, useDataTable } from './use-data-table.ts';
