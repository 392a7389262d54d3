export { actorsScreen } from './contribution.tsx';
