import { edtfBounds } from '../core/edtf.ts';
import { dateLabel } from './date-label.ts';

// Tables sort thousands of dates, and reading one costs about 0.15 ms; most are plain and the same ones come again.
const moments = new Map<string, number | null>();
const labels = new Map<string, string>();
const most = 20_000;
const plainDate = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?[~?%]?$/;

/** The first moment an EDTF date can mean, in milliseconds since 1970 UTC; null if it is open, unknown or no date. */
export function firstMoment(edtf: string): number | null {
  return remembered(moments, edtf, () => plainMoment(edtf) ?? edtfBounds(edtf).from);
}

/** {@link dateLabel}, worked out once for each date; empty for null. */
export function dateText(edtf: string | null): string {
  return edtf === null ? '' : remembered(labels, edtf, () => dateLabel(edtf));
}

function remembered<V>(known: Map<string, V>, edtf: string, work: () => V): V {
  const found = known.get(edtf);
  if (found !== undefined) return found;
  const fresh = work();
  if (known.size >= most) known.clear();
  known.set(edtf, fresh);
  return fresh;
}

function plainMoment(edtf: string): number | null {
  const match = plainDate.exec(edtf);
  if (match === null) return null;
  const [, year, month = '01', day = '01'] = match;
  const moment = Date.parse(`${year ?? ''}-${month}-${day}T00:00:00.000Z`);
  return Number.isNaN(moment) ? null : moment;
}
