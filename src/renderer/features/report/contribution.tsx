import { ScrollText } from 'lucide-react';
import type { ScreenContribution } from '../../state/screen.ts';
import { ReportScreen } from './report-screen.tsx';

/** What goes into the report, and its export. */
export const reportScreen: ScreenContribution = {
  id: 'report',
  label: 'Report',
  keys: 'G E',
  icon: ScrollText,
  position: 60,
  component: ReportScreen,
};
