import type { CSSProperties } from 'react';
import type { ReliabilityEstimate } from '../../../domain/analysis/track-record.ts';
import styles from './sources.module.css';

/**
 * A track record as a line from 0 to 100 %: the 90 % interval as a bar, the mean as a tick, and the mean in figures.
 * Without a verdict there is no record, which is said and not drawn.
 */
export function TrackRecordBar({ estimate }: { estimate: ReliabilityEstimate | null }) {
  if (estimate === null) return <span className={styles['noRecord']}>no record</span>;
  const { mean, low, high } = estimate;
  return (
    <span className={styles['track']} title={describeEstimate(estimate)}>
      <span
        className={styles['line']}
        role="img"
        aria-label={describeEstimate(estimate)}
        style={places({ low, high, mean })}
      >
        <span className={styles['interval']} />
        <span className={styles['mean']} />
      </span>
      <span aria-hidden>{percent(mean)}</span>
    </span>
  );
}

/** A track record in words, for the clipboard and for those who do not see the bar. */
export function describeEstimate(estimate: ReliabilityEstimate | null): string {
  if (estimate === null) return 'no record';
  const { mean, low, high } = estimate;
  return `${percent(mean)}, 90 % interval ${percent(low)} to ${percent(high)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function places(shares: ReliabilityEstimate): CSSProperties {
  const variables: Record<string, string> = {
    '--low': `${shares.low * 100}%`,
    '--width': `${(shares.high - shares.low) * 100}%`,
    '--mean': `${shares.mean * 100}%`,
  };
  return variables;
}
