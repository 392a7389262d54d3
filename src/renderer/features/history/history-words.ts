import type { HistoryEntry, HistoryQuery } from '../../../contract/history.ts';
import { counted } from '../../../domain/core/counted.ts';
import type { DescribedRecord, FieldChange } from '../../../domain/history/describe-change.ts';
import { typeName } from '../../../domain/history/record-name.ts';
import type { HistoryFilter } from '../../state/history-view.ts';

// Made once: each costs as much as writing a hundred dates with it.
const days = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
});
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The day of a moment (ISO 8601, UTC) in local time: "Today", "Yesterday", "Tuesday, 10 March 2026". */
export function dayOf(at: string, now: Date): string {
  const label = days.format(new Date(at));
  if (label === days.format(now)) return 'Today';
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return label === days.format(yesterday) ? 'Yesterday' : label;
}

/** The time of day of a moment in local time: "14:05". */
export function timeOf(at: string): string {
  return times.format(new Date(at));
}

/** What a filter asks of the journal; its days are local ones. */
export function queryOf({ subject, by, type, from, until, text }: HistoryFilter): HistoryQuery {
  return {
    ...{ by, type, text: text.trim() },
    records: subject === null ? [] : [subject.id],
    from: startOfDay(from, 0),
    until: startOfDay(until, 1),
  };
}

/** What a change did, on one line under its label: the number and the fields of its record, or which records it touched. */
export function summaryOf({ records, more }: HistoryEntry): string {
  const [record, ...others] = records;
  if (record !== undefined && others.length + more === 0) {
    const fields = record.fields.map((field) => `${field.label}: ${transition(field)}`);
    return [record.number ?? [], fields].flat().join(' · ');
  }
  const named = records.map((changed) => `${kindOf(changed)} “${changed.name}” ${changed.how}`);
  return [...named, ...(more > 0 ? [counted(more, 'more record')] : [])].join(' · ');
}

/** What kind of record it is, with its number where it has one: "Claim C12". */
export function kindOf({ type, number }: Pick<DescribedRecord, 'type' | 'number'>): string {
  return [typeName(type), number ?? []].flat().join(' ');
}

function transition({ before, after }: FieldChange): string {
  if (before === '') return after;
  return `${before} → ${after === '' ? 'nothing' : after}`;
}

/** The changes that a later one has taken back, as far as the entries (newest first) tell. */
export function takenBack(entries: readonly HistoryEntry[]): ReadonlySet<number> {
  const gone = new Set<number>();
  // One that was itself taken back takes nothing back.
  for (const { seq, undoes } of entries) if (undoes !== null && !gone.has(seq)) gone.add(undoes);
  return gone;
}

function startOfDay(date: string, after: number): string | null {
  const moment = new Date(`${date}T00:00`);
  if (date === '' || Number.isNaN(moment.getTime())) return null;
  moment.setDate(moment.getDate() + after);
  return moment.toISOString();
}
