import parseEdtf from 'edtf';
import { z } from 'zod';
import { memoized } from './memoized.ts';

/** Tells whether a string is a date, interval or uncertain date of EDTF (ISO 8601-2), levels 0 to 2. */
export function isEdtf(value: string): boolean {
  return reading(value) !== null;
}

/** An EDTF string such as `2026-03-14`, `2026-03-14T21:40`, `2026-03~` ("about March") or `2026-03-01/2026-03-05`. */
export const EdtfDate = z.string().refine(isEdtf, { message: 'not a date that EDTF knows' });

/** The first and last moment a date can mean, in milliseconds since 1970 UTC; null where it is open or unknown. */
export function edtfBounds(value: string): EdtfBounds {
  return reading(value) ?? { from: null, until: null };
}

interface EdtfBounds {
  readonly from: number | null;
  readonly until: number | null;
}

// The parser takes about 0.3 ms for a date, and opening a case asks for every date of every document and claim.
const parsedOnce = memoized(parsed, 20_000);

// A day, or a moment of it in UTC. Leap days are left to the parser.
const plain =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2})?$/;
const lastOfDay = 86_399_999;

// Null: no date that EDTF knows.
function reading(value: string): EdtfBounds | null {
  const match = plain.exec(value);
  return match === null ? parsedOnce(value) : plainBounds(value, match[1] !== undefined);
}

function plainBounds(value: string, hasTime: boolean): EdtfBounds {
  const from = Date.parse(hasTime ? `${value}Z` : value);
  return { from, until: hasTime ? from : from + lastOfDay };
}

function parsed(value: string): EdtfBounds | null {
  try {
    const { min, max } = parseEdtf(value);
    return { from: finite(min), until: finite(max) };
  } catch {
    return null;
  }
}

function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
