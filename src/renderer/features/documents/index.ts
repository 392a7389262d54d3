export { documentsScreen } from './contribution.tsx';
