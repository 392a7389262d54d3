export { Inspector } from './inspector.tsx';
export { MergeTagDialog } from './tag/merge-tag-dialog.tsx';
export { RemoveTagDialog } from './tag/remove-tag-dialog.tsx';
export { Panel, Quiet, Section } from './parts/panel.tsx';
