export { NewCaseDialog, ReadOnlyDialog } from './dialogs.tsx';
export { RecoveryQuestion } from './recovery-question.tsx';
export { StartScreen } from './start-screen.tsx';
export { openCaseByDialog, startNewCase } from './opening.ts';
