import type { ReportFormat } from '../format.ts';

/** The annotated report as it is read on a screen. */
export const html: ReportFormat = {
  id: 'html',
  label: 'Annotated report (HTML)',
  meaning: 'One page for the screen, any browser, no network.',
  icon: 'code',
  position: 1,
  extension: 'html',
  files: ['report.html'],
  print: false,
  load: () => import('../annotated-report/annotated-report.tsx'),
};
