export { filteredToOrigin, useClaimLayout } from './claim-filters.ts';
export { goToWords } from './claim-actions.ts';
export { ClaimsScreen } from './claims-screen.tsx';
export { GradeMatrix } from './grade-matrix.tsx';
export { VerdictMark } from './verdict-mark.tsx';
