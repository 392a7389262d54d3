const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const calendarDate =
  /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>\d{2}))?)?(?<mark>[~?%]?)$/;
const moment =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;

// The qualifiers of ISO 8601-2: approximate, uncertain, both.
const qualifiers: Readonly<Record<string, (date: string) => string>> = {
  '': (date) => date,
  '~': (date) => `about ${date}`,
  '?': (date) => `${date} (uncertain)`,
  '%': (date) => `about ${date} (uncertain)`,
};

/**
 * An EDTF date as a person would write it: `2026-03-10` becomes "10 March 2026", `2026-03~` "about March 2026",
 * `2026-03-01/2026-03-05` "1 March 2026 to 5 March 2026". What it has no words for comes back as it was.
 */
export function dateLabel(edtf: string): string {
  const [from, until, ...more] = edtf.split('/');
  if (from === undefined || more.length > 0) return edtf;
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
  const time = moment.exec(edtf)?.groups;
  if (time !== undefined) {
    const day = pointLabel(time['date'] ?? '');
    return day === null ? null : `${day}, ${time['time'] ?? ''}${zoneLabel(time['zone'])}`;
  }
  const date = calendarDate.exec(edtf)?.groups;
  if (date === undefined) return null;
  const { year, month, day, mark } = date;
  const words = [day && String(Number(day)), month && months[Number(month) - 1], year];
  return qualifiers[mark ?? '']?.(words.filter(Boolean).join(' ')) ?? null;
}

function zoneLabel(zone: string | undefined): string {
  if (zone === undefined) return '';
  return zone === 'Z' ? ' UTC' : ` UTC${zone}`;
}
