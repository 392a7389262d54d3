import type { DocumentFormat } from '../format.ts';

/** What was said, a line for each time somebody spoke. */
export const transcript: DocumentFormat = {
  id: 'transcript',
  label: 'Transcript',
  plural: 'transcripts',
  meaning: 'every line of what was said',
  extensions: ['talk'],
  mediaTypes: ['text/x-transcript'],
  position: 40,
  load: () => import('./importer.ts'),
};
