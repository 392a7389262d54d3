import { edtfBounds } from '../core/edtf.ts';
import { dateLabel } from './date-label.ts';

/** The first moment an EDTF date can mean, in milliseconds since 1970 UTC; null if it is open, unknown or no date. */
export function firstMoment(edtf: string): number | null {
  return edtfBounds(edtf).from;
}

/** {@link dateLabel}; empty for null. */
export function dateText(edtf: string | null): string {
  return edtf === null ? '' : dateLabel(edtf);
}
