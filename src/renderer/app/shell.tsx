import { Activity, memo, useEffect } from 'react';
import { CaseDetailsDialog } from '../features/case/index.ts';
import { ClaimsScreen } from '../features/claims/index.ts';
import { CodebookScreen } from '../features/codebook/index.ts';
import { DocumentsScreen } from '../features/documents/index.ts';
import { HistoryScreen } from '../features/history/index.ts';
import { ImportDropZone, ImportStatus } from '../features/importing/index.ts';
import { ReaderScreen } from '../features/reader/index.ts';
import { RepairsDialog } from '../features/recovery/index.ts';
import { ReportScreen } from '../features/report/index.ts';
import { CopyStatus } from '../features/safety/index.ts';
import { SourcesScreen } from '../features/sources/index.ts';
import { type Screen, screens, useNavigation } from '../state/navigation.ts';
import { useReplicaStore } from '../state/replica.ts';
import { prepareRows } from '../state/rows.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { screenNames } from './app-actions.ts';
import { CaseBanner } from './case-banner.tsx';
import { closeOverlay, useOverlay } from './overlays.ts';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';

const components: Readonly<Record<Screen, () => React.ReactNode>> = {
  documents: DocumentsScreen,
  reader: ReaderScreen,
  claims: ClaimsScreen,
  sources: SourcesScreen,
  codebook: CodebookScreen,
  report: ReportScreen,
  history: HistoryScreen,
};

/** An open case: the rail, and the screens behind one another, each keeping its place. */
export function Shell() {
  const current = useNavigation(({ screen }) => screen);
  useReadyRows();
  const isDetailsOpen = useOverlay(({ shown }) => shown === 'details');
  return (
    <ImportDropZone>
      <div className={styles['shell']}>
        <Rail current={current} />
        <main className={styles['main']} aria-label={screenNames[current].label}>
          <CaseBanner />
          {screens.map((screen) => (
            <ScreenPlace key={screen} screen={screen} isCurrent={screen === current} />
          ))}
        </main>
      </div>
      <ImportStatus />
      <CopyStatus />
      <RepairsDialog />
      <CaseDetailsDialog isOpen={isDetailsOpen} onClose={closeOverlay} />
    </ImportDropZone>
  );
}

// The tables of a large case would otherwise keep whoever first goes to them waiting.
function useReadyRows(): void {
  const view = useReplicaStore(({ replica }) => (replica?.reading === null ? replica.view : null));
  useEffect(() => (view === null ? undefined : whenIdle(prepareRows(view))), [view]);
}

// Going from one screen to another draws these two: what the others show is worked out when they are on show.
const ScreenPlace = memo(({ screen, isCurrent }: { screen: Screen; isCurrent: boolean }) => {
  const Component = components[screen];
  return (
    <Activity mode={isCurrent ? 'visible' : 'hidden'}>
      <div className={styles['screen']}>
        <Component />
      </div>
    </Activity>
  );
});
