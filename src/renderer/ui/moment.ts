// In English as the rest of the app, and the day before the month, which nobody can misread as the other way round.
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** A moment (ISO 8601, UTC) in local time: "10 Mar 2026, 14:05". Every screen shows moments in this form. */
export function momentOf(at: string): string {
  return moment.format(new Date(at));
}

/** The day of a moment (ISO 8601, UTC) in local time: "10 Mar 2026". */
export function dateOf(at: string): string {
  return date.format(new Date(at));
}
