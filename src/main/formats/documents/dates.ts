import { isEdtf } from '../../../domain/core/edtf.ts';

/** The longest string that is looked at; an EDTF interval with both times is under 60. */
const longestDate = 64;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Brings the dates that pages and front matter write to EDTF: ISO 8601 in its spellings, `2026/03/12`, `20260312`,
 * `12.03.2026`, `12 March 2026`, `March 12, 2026`, and the dates of e-mail headers. Returns null for anything else,
 * also for `03/12/2026`, which means two days.
 */
export function toEdtf(raw: string): string | null {
  const value = raw.trim();
  if (value.length > longestDate) {
    return null;
  }
  // Each reader answers null for what is not its own; what none of them knows may be EDTF already.
  const candidate = isoDateTime(value) ?? numericDate(value) ?? namedDate(value) ?? value;
  // EDTF also knows sets in brackets and intervals that begin in the open, which no page writes as its date.
  return /^[-Y]?\d/.test(candidate) && isEdtf(candidate) ? plausible(candidate) : null;
}

/** EDTF allows a year of any length, which only garbage has. */
function plausible(value: string): string | null {
  return /\d{5}/.test(value) ? null : value;
}

function isoDateTime(value: string): string | null {
  const match =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i.exec(
      value,
    );
  return match === null ? null : momentOf(match[1], match[2], match[3], match[4]);
}

/** A moment in the form of the standard, which has the seconds, and no fractions of them. */
function momentOf(
  day: string | undefined,
  time: string | undefined,
  seconds = '00',
  zone = '',
): string {
  return [day, 'T', time, ':', seconds, offset(zone)].join('');
}

/** Writes UTC by its letter, and any other zone with a colon; what has none stays without. */
function offset(zone: string): string {
  return /[a-z]|00:?00/i.test(zone) ? 'Z' : zone.replace(/(\d\d)(\d\d)/, '$1:$2');
}

function numericDate(value: string): string | null {
  const yearFirst =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(value) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  if (yearFirst !== null) {
    return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  }
  // With dots the day always comes first (German, Russian, Polish usage).
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  return dayFirst === null ? null : dayOf(dayFirst[3], dayFirst[2], dayFirst[1]);
}

function namedDate(value: string): string | null {
  // A day of the week may come before, and a time with a zone after it, as RFC 5322 writes the dates of e-mails.
  const dayFirst =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:,?\s+(\d\d:\d\d)(?::(\d\d))?\s*(Z|UTC|GMT|[+-]\d{4})?)?$/i.exec(
      value,
    );
  if (dayFirst !== null) {
    const [, day, month, year, time, seconds, zone] = dayFirst;
    const date = dayOf(year, monthNumber(month), day);
    return time === undefined ? date : momentOf(date, time, seconds, zone);
  }
  const monthFirst = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(value);
  return monthFirst === null
    ? null
    : dayOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

/** By their first three letters, which tell the English names apart; 0, which no calendar has, for any other name. */
function monthNumber(name: string | undefined): number {
  return months.indexOf(String(name).slice(0, 3).toLowerCase()) + 1;
}

function dayOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
