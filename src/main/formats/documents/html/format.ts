import type { DocumentFormat } from '../format.ts';

/** Web pages. */
export const html: DocumentFormat = {
  id: 'html',
  label: 'Web page (HTML)',
  plural: 'web pages',
  meaning: 'the main article of a page, or all of its text where there is none',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  mediaTypes: ['text/html'],
  position: 10,
  load: () => import('./importer.ts'),
};
