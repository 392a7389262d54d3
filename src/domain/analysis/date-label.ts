const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const calendarDate =
  /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>\d{2}))?)?(?<mark>[~?%]?)$/;
const moment =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;

// What the groups of the patterns are called, which the compiler cannot read off them.
interface CalendarDate {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
  readonly mark: string;
}
interface Moment {
  readonly date: string;
  readonly time: string;
  readonly zone?: string;
}

/**
 * An EDTF date as a person would write it: `2026-03-10` becomes "10 March 2026", `2026-03~` "about March 2026",
 * `2026-03-01/2026-03-05` "1 March 2026 to 5 March 2026". What it has no words for comes back as it was.
 */
export function dateLabel(edtf: string): string {
  // Whatever is split has one part at least.
  const [from, until, ...more] = edtf.split('/') as [string, ...string[]];
  if (more.length > 0) return edtf;
  if (until === undefined) return pointLabel(from) ?? edtf;
  if (from === '' || from === '..') return labelled(until, (date) => `until ${date}`) ?? edtf;
  if (until === '' || until === '..') return labelled(from, (date) => `from ${date}`) ?? edtf;
  return labelled(from, (start) => labelled(until, (end) => `${start} to ${end}`)) ?? edtf;
}

function labelled(edtf: string, label: (date: string) => string | null): string | null {
  const date = pointLabel(edtf);
  return date === null ? null : label(date);
}

function pointLabel(edtf: string): string | null {
  const parts = moment.exec(edtf)?.groups as Moment | undefined;
  if (parts !== undefined) {
    const { date, time, zone } = parts;
    return labelled(date, (day) => `${day}, ${time}${zoneLabel(zone)}`);
  }
  const date = calendarDate.exec(edtf)?.groups as CalendarDate | undefined;
  if (date === undefined) return null;
  const { year, month, day, mark } = date;
  const words = [day && String(Number(day)), month && months[Number(month) - 1], year];
  return qualified(words.filter(Boolean).join(' '), mark);
}

// The qualifiers of ISO 8601-2: approximate, uncertain, both.
function qualified(date: string, mark: string): string {
  if (mark === '~') return `about ${date}`;
  if (mark === '?') return `${date} (uncertain)`;
  return mark === '%' ? `about ${date} (uncertain)` : date;
}

function zoneLabel(zone: string | undefined): string {
  if (zone === undefined) return '';
  return zone === 'Z' ? ' UTC' : ` UTC${zone}`;
}
