/**
 * Whose days the moments of a column belong to: those of UTC, as dates that say no zone are taken, or those of this computer's
 * zone, in which moments of our own are shown.
 */
export type Days = 'utc' | 'local';

/** The first millisecond of a day such as `2026-03-01`; null for what is no day. */
export function startOfDay(day: string, days: Days): number | null {
  const start = Date.parse(`${day}T00:00:00${days === 'utc' ? 'Z' : ''}`);
  return Number.isNaN(start) ? null : start;
}

/** The last millisecond of a day; null for what is no day. */
export function endOfDay(day: string, days: Days): number | null {
  const start = startOfDay(day, days);
  if (start === null) return null;
  const next = new Date(start);
  // Not 24 hours on: where clocks are changed, a local day has 23 or 25.
  if (days === 'utc') next.setUTCDate(next.getUTCDate() + 1);
  else next.setDate(next.getDate() + 1);
  return next.getTime() - 1;
}

/** The day that a moment belongs to, such as `2026-03-01`. */
export function dayOf(moment: number, days: Days): string {
  const date = new Date(moment);
  if (days === 'utc') return date.toISOString().slice(0, 10);
  // Only the offset of that very moment tells, since clocks are changed.
  return new Date(moment - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
