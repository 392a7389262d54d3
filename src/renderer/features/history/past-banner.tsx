import { useMemo } from 'react';
import { useOffer } from '../../state/actions.ts';
import { usePast } from '../../state/replica.ts';
import { returnToNow } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { momentOf } from '../../ui/moment.ts';
import styles from './history.module.css';

/** Says over every screen that the case is shown as it was once, with the way back; nothing while it is shown as it is. */
export function PastBanner() {
  const past = usePast();
  const isPast = past !== null;
  const actions = useMemo(
    () =>
      isPast
        ? [
            {
              id: 'history/return',
              label: 'Back to now',
              group: 'Case',
              keys: 'G N',
              perform: () => void returnToNow(),
            },
          ]
        : [],
    [isPast],
  );
  useOffer(actions);
  if (past === null) return null;
  return (
    <div className={styles['banner']} role="status">
      <p>
        This is the case as it was on {momentOf(past.at)}, after change {past.seq}. You can look at
        everything and export it, but nothing can be changed.
      </p>
      <Button kind="primary" onPress={() => void returnToNow()}>
        Back to now
      </Button>
    </div>
  );
}
