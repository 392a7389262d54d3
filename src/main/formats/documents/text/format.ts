import type { DocumentFormat } from '../format.ts';

/** Plain text, which takes whatever can be decoded and is nothing better. */
export const text: DocumentFormat = {
  id: 'text',
  label: 'Plain text',
  plural: 'plain text',
  meaning: 'all of it; headings, lists and quotes are found in it',
  extensions: ['txt', 'text', 'log', 'asc'],
  mediaTypes: ['text/plain'],
  position: 90,
  load: () => import('./importer.ts'),
};
