export { ClaimPicker, type ClaimPickerProps } from './claim-picker.tsx';
export { SourcePicker, type SourcePickerProps } from './source-picker.tsx';
export { TagPicker, type TagPickerProps } from './tag-picker.tsx';
export { TagChip } from './tag-chip.tsx';
export { kindForManner } from './source-kinds.ts';
export { type TagNode, tagPath, tagTree } from './tag-tree.ts';
