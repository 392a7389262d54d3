import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { isEdtf } from '../../../../domain/core/edtf.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

// Day first with dots is the only all-digit form besides ISO's that no country reads another way.
const forms = [
  /^(?<year>\d{4})$/,
  /^(?<year>\d{4})[-./](?<month>\d{1,2})$/,
  /^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/,
  /^(?<name>\p{L}+)\.?,? (?<year>\d{4})$/u,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?<name>\p{L}+)\.?,? (?<year>\d{4})$/u,
  /^(?<name>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u,
];

const withTime = /^(?<date>.*?)[,T ]+(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?<zone>.*)$/;

/**
 * Reads a calendar date as people write it ("14 March 2026", "Mar 2026", "2026-03-14", "14.3.2026") as EDTF.
 * Null if it is none, or could be read in two ways ("3/4/2026").
 */
export function parseDate(text: string): string | null {
  const line = text.trim().replace(/\s+/gu, ' ');
  for (const form of forms) {
    const found = form.exec(line)?.groups;
    if (found === undefined) continue;
    const { year, day, name } = found;
    const month = name === undefined ? found['month'] : monthNumber(name);
    // EDTF gives seasons the months 21 to 24; nobody means one by 2026-21.
    if (month === null || Number(month ?? 1) > 12) return null;
    const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')];
    return existing(parts.filter((part) => part !== undefined).join('-'));
  }
  return null;
}

/** Reads "21:40", "9:05" or "21:40:30" as EDTF writes it; null if it is no time of day. */
export function parseTime(text: string): string | null {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, hours = '', minutes = '', seconds] = found;
  const time = [hours.padStart(2, '0'), minutes, seconds]
    .filter((part) => part !== undefined)
    .join(':');
  return existing(`2000-01-01T${time}`) === null ? null : time;
}

/**
 * Reads one end of a range: a calendar date, "about" one, a date with a time, or an EDTF point as it is.
 * Null if it is none of these.
 */
export function parsePoint(text: string): string | null {
  const line = text.trim();
  const about = /^(?:about|around|circa|ca?\.)\s+(.+)$/i.exec(line)?.[1];
  if (about !== undefined) {
    const date = parseDate(about);
    return date === null ? null : `${date}~`;
  }
  return parseDate(line) ?? parseMoment(line) ?? (line.includes('/') ? null : existing(line));
}

/** A point as the field shows it: in words where they read back as the same date, else as EDTF. */
export function pointText(edtf: string): string {
  const label = dateLabel(edtf);
  return parsePoint(label) === edtf ? label : edtf;
}

function parseMoment(line: string): string | null {
  const found = withTime.exec(line)?.groups;
  if (found === undefined) return null;
  const date = parseDate(found['date'] ?? '');
  const time = parseTime(found['time'] ?? '');
  const zone = parseZone(found['zone'] ?? '');
  if (date?.length !== 'YYYY-MM-DD'.length || time === null || zone === null) return null;
  return existing(`${date}T${time}${zone}`);
}

function parseZone(text: string): string | null {
  const zone = text
    .trim()
    .toUpperCase()
    .replace(/^UTC(?=[+-])/, '');
  if (zone === 'UTC') return 'Z';
  return /^(?:|Z|[+-]\d{2}:\d{2})$/.test(zone) ? zone : null;
}

function monthNumber(name: string): string | null {
  const lower = name.toLowerCase();
  const index = months.findIndex(
    (month, at) =>
      lower === month || (lower.startsWith(month) && fullMonths[at]?.startsWith(lower)),
  );
  return index === -1 ? null : String(index + 1);
}

function existing(edtf: string): string | null {
  return isEdtf(edtf) ? edtf : null;
}
