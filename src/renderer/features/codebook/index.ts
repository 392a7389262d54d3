export { codebookScreen } from './contribution.tsx';
