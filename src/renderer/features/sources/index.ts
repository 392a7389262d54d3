export { sourcesScreen } from './contribution.tsx';
