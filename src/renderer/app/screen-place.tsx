import { Activity, memo } from 'react';
import { goTo } from '../state/navigation.ts';
import type { ScreenContribution } from '../state/screen.ts';
import { Button } from '../ui/button.tsx';
import { FaultBoundary } from '../ui/fault-boundary.tsx';
import styles from './shell.module.css';

interface ScreenPlaceProps {
  readonly screen: ScreenContribution;
  readonly isCurrent: boolean;
  /** Another screen to go to where this one cannot be drawn. */
  readonly other: ScreenContribution | undefined;
}

/**
 * A screen, kept as it was left while another is on show. Going from one to another draws these two: what the others show is
 * worked out when they are on show. One that cannot be drawn says so, and is tried again when it is come back to.
 */
export const ScreenPlace = memo(({ screen, isCurrent, other }: ScreenPlaceProps) => {
  const { component: Component } = screen;
  return (
    // Around the activity: what is within one that is hidden does not learn that it may be tried again.
    <FaultBoundary
      what="screen"
      resetKeys={[isCurrent]}
      ways={other !== undefined && <WayTo screen={other} />}
      frame={(notice) => isCurrent && <div className={styles['screen']}>{notice}</div>}
    >
      <Activity mode={isCurrent ? 'visible' : 'hidden'}>
        <div className={styles['screen']}>
          <Component />
        </div>
      </Activity>
    </FaultBoundary>
  );
});

function WayTo({ screen: { id, label } }: { screen: ScreenContribution }) {
  return (
    <Button
      onPress={() => {
        goTo(id);
      }}
    >
      Go to {label}
    </Button>
  );
}
