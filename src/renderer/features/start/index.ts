export { NewCaseDialog, ReadOnlyDialog } from './dialogs.tsx';
export { StartScreen } from './start-screen.tsx';
export { openCaseByDialog, startNewCase } from './opening.ts';
