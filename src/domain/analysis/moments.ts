import { edtfBounds } from '../core/edtf.ts';
import { dateLabel } from './date-label.ts';

// Tables sort by thousands of dates. Of those without a day, which edtfBounds leaves to the slow parser, many are plain.
const yearOrMonth = /^(\d{4}(?:-(?:0[1-9]|1[0-2]))?)[~?%]?$/;

/** The first moment an EDTF date can mean, in milliseconds since 1970 UTC; null if it is open, unknown or no date. */
export function firstMoment(edtf: string): number | null {
  const plain = yearOrMonth.exec(edtf)?.[1];
  return plain === undefined ? edtfBounds(edtf).from : Date.parse(plain);
}

/** {@link dateLabel}; empty for null. */
export function dateText(edtf: string | null): string {
  return edtf === null ? '' : dateLabel(edtf);
}
