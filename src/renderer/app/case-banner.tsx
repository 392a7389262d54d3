import { HealthBanner } from '../features/safety/index.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePast, useReplicaStore } from '../state/replica.ts';
import { screens } from './screen-list.ts';
import styles from './shell.module.css';

/** Says above the screens why nothing can be changed, for now or at all. */
export function CaseBanner() {
  const isReading = useReplicaStore(({ replica }) => (replica?.reading ?? null) !== null);
  // The history's own banner speaks of the past, and the health of the case as it is now would contradict it.
  const isPast = usePast() !== null;
  return (
    <>
      {screens.map(({ id, banner: Banner }) => Banner && <Banner key={id} />)}
      {isReading && <LargeCaseBanner />}
      {!isPast && !isReading && <HealthBanner />}
    </>
  );
}

function LargeCaseBanner() {
  const reading = useReplicaStore(({ replica }) => replica?.reading);
  const isReader = useNavigation(({ screen }) => screen === 'reader');
  if (!reading) return null;
  const { done, total } = reading;
  const count =
    // Zero before the first records have come.
    total === 0
      ? ''
      : `: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} records`;
  return (
    <p className={styles['banner']} role="status">
      {isReader && 'You can read this document already. '}
      The rest of the case is still being read{count}.
    </p>
  );
}
