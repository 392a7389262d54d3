import type { TrackRecord } from '../../../../domain/analysis/track-record.ts';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { counted } from '../../../../domain/core/counted.ts';

/** A track record as sentences: what was counted, what it comes to, when the source was last cited. */
export function trackRecordWords(record: TrackRecord): string[] {
  const { originated, relayed, verdicts, estimate, lastCited } = record;
  if (originated + relayed === 0) return ['No claim names it yet.'];
  const concluded = verdicts.supported + verdicts.refuted;
  const sentences = [
    `Origin of ${counted(originated, 'claim')}, relay of ${counted(relayed, 'claim')}.`,
    estimate === null
      ? 'No record: none of the claims it originates is supported or refuted yet.'
      : `${verdicts.supported} of ${counted(concluded, 'concluded claim')} supported: right about ${percent(estimate.mean)} of the time (90 % interval ${percent(estimate.low)} to ${percent(estimate.high)}).`,
  ];
  const rest = [
    ...(verdicts.open > 0 ? [`${verdicts.open} open`] : []),
    ...(verdicts.unverifiable > 0 ? [`${verdicts.unverifiable} unverifiable`] : []),
  ];
  if (rest.length > 0) sentences.push(`Not counted: ${rest.join(', ')}.`);
  if (lastCited !== null) sentences.push(`Last cited ${dateLabel(lastCited)}.`);
  return sentences;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
