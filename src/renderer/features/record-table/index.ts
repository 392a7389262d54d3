export { BulkBar } from './bulk-bar.tsx';
export { InspectorToggle } from './inspector-toggle.tsx';
export { RecordTable } from './record-table.tsx';
export { type RecordTableModel, useRecordTable } from './use-record-table.ts';
export { calledByNumber, numberColumn } from './number-column.ts';
