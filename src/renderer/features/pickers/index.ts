export { ClaimPicker } from './claim-picker.tsx';
export { SourcePicker } from './source-picker.tsx';
export { TagPicker } from './tag-picker.tsx';
export { TagChip } from './tag-chip.tsx';
export { kindForManner } from './source-kinds.ts';
export { type TagNode, tagPath, tagTree } from './tag-tree.ts';
