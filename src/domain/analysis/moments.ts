import { edtfBounds } from '../model/edtf.ts';

// Tables sort thousands of dates, and reading one costs about 0.15 ms; most are plain and the same ones come again.
const known = new Map<string, number | null>();
const most = 20_000;
const plainDate = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?[~?%]?$/;

/** The first moment an EDTF date can mean, in milliseconds since 1970 UTC; null if it is open, unknown or no date. */
export function firstMoment(edtf: string): number | null {
  const found = known.get(edtf);
  if (found !== undefined) return found;
  const moment = plainMoment(edtf) ?? edtfBounds(edtf).from;
  if (known.size >= most) known.clear();
  known.set(edtf, moment);
  return moment;
}

function plainMoment(edtf: string): number | null {
  const match = plainDate.exec(edtf);
  if (match === null) return null;
  const [, year, month = '01', day = '01'] = match;
  const moment = Date.parse(`${year ?? ''}-${month}-${day}T00:00:00.000Z`);
  return Number.isNaN(moment) ? null : moment;
}
