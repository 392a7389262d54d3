import type { DocumentFormat } from '../format.ts';

/** Markdown, as notes and static sites are written in. */
export const markdown: DocumentFormat = {
  id: 'markdown',
  label: 'Markdown',
  plural: 'Markdown',
  meaning: 'its words without the markup, and what its front matter says of it',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  mediaTypes: ['text/markdown'],
  position: 20,
  load: () => import('./importer.ts'),
};
