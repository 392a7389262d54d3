/* Every screen of an open case, one line for each; `screen-list.ts` makes the list of them. */
export { claimsScreen } from '../features/claims/index.ts';
export { codebookScreen } from '../features/codebook/index.ts';
export { documentsScreen } from '../features/documents/index.ts';
export { historyScreen } from '../features/history/index.ts';
export { readerScreen } from '../features/reader/index.ts';
export { reportScreen } from '../features/report/index.ts';
export { sourcesScreen } from '../features/sources/index.ts';
