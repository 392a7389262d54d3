import { PastBanner } from '../features/history/index.ts';
import { usePast, useReplicaStore } from '../state/replica.ts';
import styles from './shell.module.css';

/** Says above the screens why nothing can be changed, for now or at all. */
export function CaseBanner() {
  const reading = useReplicaStore(({ replica }) => replica?.reading ?? null);
  const isPast = usePast() !== null;
  const isReadOnly = useReplicaStore(({ replica }) => replica?.readOnly === true);
  if (reading !== null) {
    const { done, total } = reading;
    const count =
      total === 0 ? '' : `: ${done.toLocaleString()} of ${total.toLocaleString()} records`;
    return (
      <p className={styles['banner']} role="status">
        You can read this document already. The rest of the case is still being read{count}.
      </p>
    );
  }
  if (isPast) return <PastBanner />;
  if (!isReadOnly) return null;
  return (
    <p className={styles['banner']}>
      This case is open read-only: you can look at everything and export it, but nothing can be
      changed.
    </p>
  );
}
