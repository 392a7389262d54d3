export { reportScreen } from './contribution.tsx';
