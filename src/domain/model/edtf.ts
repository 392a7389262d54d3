import parseEdtf from 'edtf';
import { z } from 'zod';

/** Tells whether a string is a date, interval or uncertain date of EDTF (ISO 8601-2), levels 0 to 2. */
export function isEdtf(value: string): boolean {
  try {
    parseEdtf(value);
    return true;
  } catch {
    return false;
  }
}

/** An EDTF string such as `2026-03-14`, `2026-03-14T21:40`, `2026-03~` ("about March") or `2026-03-01/2026-03-05`. */
export const EdtfDate = z.string().refine(isEdtf, { message: 'not a date that EDTF knows' });

/** The first and last moment a date can mean, in milliseconds since 1970 UTC; null where it is open or unknown. */
export function edtfBounds(value: string): { from: number | null; until: number | null } {
  try {
    const date = parseEdtf(value);
    return { from: finite(date.min), until: finite(date.max) };
  } catch {
    return { from: null, until: null };
  }
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
