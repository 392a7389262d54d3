import type { ReportFormat } from '../format.ts';

/** The annotated report as it is printed. */
export const pdf: ReportFormat = {
  id: 'pdf',
  label: 'Annotated report (PDF)',
  meaning: 'The same for paper and for the file.',
  icon: 'paper',
  position: 2,
  extension: 'pdf',
  files: ['report.pdf'],
  print: true,
  load: () => import('../annotated-report/annotated-report.tsx'),
};
