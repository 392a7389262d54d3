export { HistoryScreen } from './history-screen.tsx';
export { PastBanner } from './past-banner.tsx';
