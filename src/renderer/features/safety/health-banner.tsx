import { CircleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Health } from '../../../contract/health.ts';
import { invoke } from '../../state/bridge.ts';
import { notify } from '../../state/notices.ts';
import { useReplicaStore } from '../../state/replica.ts';
import { reopenCase } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { saveCopy } from './copies.ts';
import { messageOf, whoWrites } from './health-words.ts';
import styles from './safety.module.css';

type Suspended = Extract<Health, { state: 'suspended' }>;
type Reading = Extract<Health, { state: 'reading' }>;

/** Says over every screen why the case takes no changes now, and what can be done; nothing while all is well. */
export function HealthBanner() {
  const health = useReplicaStore(({ replica }) => replica?.health);
  switch (health?.state) {
    case 'suspended':
      return <SuspendedBanner health={health} />;
    case 'reading':
      return <ReadingBanner health={health} />;
    default:
      return null;
  }
}

/** Changes are refused for now: the reason, and what the analyst can do about it. */
function SuspendedBanner({ health: { error, automatic } }: { health: Suspended }) {
  return (
    <div className={`${styles['banner'] ?? ''} ${styles['trouble'] ?? ''}`} role="alert">
      <CircleAlert size={18} aria-hidden className={styles['sign']} />
      <p>
        {error.message} {automatic && 'Assay goes on by itself as soon as this has passed.'}
      </p>
      <Button onPress={() => void saveCopy()}>Save a copy elsewhere…</Button>
      <Button kind="primary" onPress={() => void tryAgain()}>
        Try again
      </Button>
    </div>
  );
}

async function tryAgain(): Promise<void> {
  const tried = await invoke('case/try-again', {});
  // The reason stands in the banner already, which stays.
  if (!tried.ok) notify('error', 'Assay tried again, and it does not work yet.');
}

/** The case is only read here; the banner says who writes it, if anybody does. */
function ReadingBanner({ health }: { health: Reading }) {
  return (
    <div className={styles['banner']} role="status">
      <p>{messageOf(health)}</p>
      {stepFrom(health)}
    </div>
  );
}

// The one thing that can be done about it, if there is one.
function stepFrom({ error, mayWrite, writer }: Reading): ReactNode {
  // Following has met something it cannot read; opening the case once more may find out what it is.
  if (error?.code === 'store/damaged')
    return <Button onPress={() => void reopenCase('reader')}>Read it again</Button>;
  if (error !== null || !mayWrite) return null;
  if (writer === null)
    return (
      <Button kind="primary" onPress={() => void reopenCase('writer')}>
        Start editing
      </Button>
    );
  return writer.silent ? <TakeOver from={whoWrites(writer)} /> : null;
}

/** Asks first: whoever wrote until now is shut out. */
function TakeOver({ from }: { from: string }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        onPress={() => {
          setIsAsking(true);
        }}
      >
        Take over…
      </Button>
      <ConfirmDialog
        title="Take over from them?"
        isOpen={isAsking}
        confirm="Take over"
        onConfirm={() => void reopenCase('successor')}
        onClose={() => {
          setIsAsking(false);
        }}
      >
        <p>
          {from} has not closed this case. If you take over, everything that was saved there is
          kept, and that window can only read the case once it wakes up. What is being typed there
          at this moment would not be saved. Ask them first, if you can.
        </p>
      </ConfirmDialog>
    </>
  );
}
