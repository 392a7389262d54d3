import { type ReactNode, useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './progress-card.module.css';

// In milliseconds: work that is over sooner shows no progress, because a card that flashes up only startles.
const patience = 400;

interface ProgressCardProps {
  /** What is under way, as it is read out. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How far it is, in words. */
  readonly children: ReactNode;
  /** What it is at, such as a file. */
  readonly current?: string;
  readonly onCancel: () => void;
}

/** Where the cards stand, one over the other: a corner of the window. */
export function ProgressCorner({ children }: { readonly children: ReactNode }) {
  return <div className={styles['corner']}>{children}</div>;
}

/** Something that takes its time, with a way to cancel it. */
export function ProgressCard(props: ProgressCardProps) {
  const { label, done, total, children, current, onCancel } = props;
  const [isShown, setIsShown] = useState(false);
  // Counted from when the card is first drawn, and not anew with every step.
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsShown(true);
    }, patience);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isShown) return null;
  return (
    <div role="group" aria-label={label} className={styles['card']}>
      <ProgressBar aria-label={label} value={done} maxValue={total}>
        {({ percentage }) => (
          <div className={styles['track']}>
            <div className={styles['fill']} style={{ width: `${percentage ?? 0}%` }} />
          </div>
        )}
      </ProgressBar>
      <div className={styles['line']}>
        <span>{children}</span>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
      {current !== undefined && (
        <span className={styles['name']} dir="auto">
          {current}
        </span>
      )}
    </div>
  );
}
