export { filteredToOrigin, useClaimLayout } from './claim-filters.ts';
export { goToWords } from './claim-actions.ts';
export { claimsScreen } from './contribution.tsx';
export { GradeMatrix } from './grade-matrix.tsx';
export { VerdictMark, verdictIcons } from './verdict-mark.tsx';
