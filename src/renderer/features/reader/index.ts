export { readerScreen } from './contribution.tsx';
