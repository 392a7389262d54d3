import type { ReportFormat } from '../format.ts';

/** Tables for a program, with every quote and its position. */
export const json: ReportFormat = {
  id: 'json',
  label: 'Tables (JSON)',
  meaning: 'Claims and sources for a program.',
  icon: 'code',
  position: 4,
  extension: 'json',
  files: ['tables.json'],
  print: false,
  load: () => import('./tables-json.ts'),
};
