export { CaseDetailsDialog } from './case-details-dialog.tsx';
export { CaseDetails } from './case-details.tsx';
