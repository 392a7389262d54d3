export { ImportDropZone } from './import-drop-zone.tsx';
export { ImportEmptyState } from './import-empty-state.tsx';
export { ImportMenu } from './import-menu.tsx';
export { ImportStatus } from './import-status.tsx';
export { importFiles, importFolder } from './imports.ts';
