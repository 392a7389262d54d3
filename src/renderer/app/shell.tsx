import { useEffect } from 'react';
import { CaseDetailsDialog } from '../features/case/index.ts';
import { ImportDropZone, ImportStatus } from '../features/importing/index.ts';
import { InspectorsProvider } from '../features/inspector/index.ts';
import { RepairsDialog } from '../features/recovery/index.ts';
import { CopyStatus } from '../features/safety/index.ts';
import { useNavigation } from '../state/navigation.ts';
import { useReplicaStore } from '../state/replica.ts';
import { ProgressCorner } from '../ui/progress-card.tsx';
import { whenIdle } from '../ui/when-idle.ts';
import { CaseBanner } from './case-banner.tsx';
import { closeOverlay, useOverlay } from './overlays.ts';
import { Rail } from './rail.tsx';
import { inspectors, prepareScreens, screens } from './screen-list.ts';
import { ScreenPlace } from './screen-place.tsx';
import styles from './shell.module.css';

/** An open case: the rail, and the screens behind one another, each keeping its place. */
export function Shell() {
  const current = useNavigation(({ screen }) => screen);
  useReadyRows();
  const isDetailsOpen = useOverlay(({ shown }) => shown === 'details');
  return (
    <ImportDropZone>
      <div className={styles['shell']}>
        <Rail current={current} />
        <main
          className={styles['main']}
          aria-label={screens.find(({ id }) => id === current)?.label}
        >
          <CaseBanner />
          <InspectorsProvider value={inspectors}>
            {screens.map((screen) => (
              <ScreenPlace
                key={screen.id}
                screen={screen}
                isCurrent={screen.id === current}
                other={screens.find((other) => other !== screen)}
              />
            ))}
          </InspectorsProvider>
        </main>
      </div>
      <ProgressCorner>
        <ImportStatus />
        <CopyStatus />
      </ProgressCorner>
      <RepairsDialog />
      <CaseDetailsDialog isOpen={isDetailsOpen} onClose={closeOverlay} />
    </ImportDropZone>
  );
}

// The tables of a large case would otherwise keep whoever first goes to them waiting. Only once the whole case is here,
// and begun anew for another state of it.
function useReadyRows(): void {
  const view = useReplicaStore(({ replica }) => (replica?.reading === null ? replica.view : null));
  useEffect(() => (view === null ? undefined : whenIdle(prepareScreens(view))), [view]);
}
