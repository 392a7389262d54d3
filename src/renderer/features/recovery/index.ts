export { RecoveryDetails } from './recovery-details.tsx';
export { RepairsDialog } from './repairs-dialog.tsx';
