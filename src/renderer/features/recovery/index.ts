export { RecoveryDetails, Sentences } from './recovery-details.tsx';
export { RepairsDialog } from './repairs-dialog.tsx';
