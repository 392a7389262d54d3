import type { ReportFormat } from '../format.ts';

/** Tables for a spreadsheet. */
export const csv: ReportFormat = {
  id: 'csv',
  label: 'Tables (CSV)',
  meaning: 'Claims and sources for a spreadsheet, with a file about them.',
  icon: 'table',
  position: 3,
  extension: 'csv',
  files: ['claims.csv', 'sources.csv', 'about.csv'],
  print: false,
  load: () => import('./tables-csv.ts'),
};
