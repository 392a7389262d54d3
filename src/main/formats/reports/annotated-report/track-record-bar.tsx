import type { ReactNode } from 'react';
import type { ReliabilityEstimate } from '../../../../domain/analysis/track-record.ts';
import { percent } from './report.ts';

// Units of the drawing; the scale runs from 0 to 1 between the margins, which the mean's mark needs at the ends.
const width = 108;
const margin = 4;
const middle = 8;

/** An estimate as a bar on a scale from 0 to 100 %, with its numbers in words; "no record" where there is none. */
export function TrackRecordBar(props: {
  readonly estimate: ReliabilityEstimate | null;
}): ReactNode {
  const { estimate } = props;
  if (estimate === null) return <span className="muted">no record</span>;
  const { mean, low, high } = estimate;
  return (
    <span className="track">
      <svg viewBox={`0 0 ${width} 16`} width={width} height="16" aria-hidden="true">
        <path className="axis" d={`M${margin} ${middle}H${width - margin}${ticks()}`} />
        <path className="interval" d={`M${place(low)} ${middle}H${place(high)}`} />
        <circle className="mean" cx={place(mean)} cy={middle} r="3.5" />
      </svg>
      <span>
        {percent(mean)}{' '}
        <span className="muted">
          ({percent(low)}–{percent(high)})
        </span>
      </span>
    </span>
  );
}

function place(share: number): number {
  return Number((margin + share * (width - 2 * margin)).toFixed(2));
}

function ticks(): string {
  return [0, 0.5, 1].map((share) => `M${place(share)} ${middle - 4}V${middle + 4}`).join('');
}
