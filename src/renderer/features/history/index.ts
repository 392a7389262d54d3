export { historyScreen } from './contribution.tsx';
