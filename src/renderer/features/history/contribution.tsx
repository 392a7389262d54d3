import { History } from 'lucide-react';
import { askHistory } from '../../state/history-view.ts';
import type { ScreenContribution } from '../../state/screen.ts';
import { HistoryScreen } from './history-screen.tsx';
import { PastBanner } from './past-banner.tsx';

/** Every change of the case, and the case as it was. */
export const historyScreen: ScreenContribution = {
  id: 'history',
  label: 'History',
  keys: 'G H',
  icon: History,
  position: 70,
  component: HistoryScreen,
  banner: PastBanner,
  actions: [
    {
      id: 'history/moment',
      label: 'See the case as it was on…',
      group: 'History',
      perform: () => {
        askHistory('moment');
      },
    },
    {
      id: 'history/verify',
      label: 'Verify the case',
      group: 'History',
      perform: () => {
        askHistory('verify');
      },
    },
  ],
};
