import type { ReportFormat } from '../format.ts';

/** The statements of the claims, a line each. */
export const words: ReportFormat = {
  id: 'words',
  label: 'Statements (text)',
  meaning: 'What the claims say, a line each.',
  icon: 'paper',
  position: 2.5,
  extension: 'txt',
  files: ['statements.txt'],
  print: false,
  load: () => import('./exporter.ts'),
};
