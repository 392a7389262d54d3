import { type Result, err, ok } from '../../../../domain/core/result.ts';
import { parseDate, parsePoint, parseTime, pointText } from './date-text.ts';
import { isEdtf } from '../../../../domain/core/edtf.ts';

/** A date as its field holds it: a mode, and what is typed into the boxes of that mode. */
export type DateForm =
  | { readonly mode: 'unknown' }
  | { readonly mode: 'date' | 'about'; readonly date: string }
  | { readonly mode: 'time'; readonly date: string; readonly time: string; readonly zone: string }
  /** An empty end is open. */
  | { readonly mode: 'range'; readonly from: string; readonly until: string }
  /** What the other modes have no boxes for (a season, a set, a masked year), as EDTF. */
  | { readonly mode: 'other'; readonly edtf: string };

/** What the field can be set to, in the order of its menu. */
export type DateMode = DateForm['mode'];

const calendar = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const moment =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2}(?::\d{2})?)(?<zone>Z|[+-]\d{2}:\d{2})?$/;

/** Lays an EDTF date out in boxes; null is an unknown date. */
export function formOf(edtf: string | null): DateForm {
  if (edtf === null) return { mode: 'unknown' };
  if (isCalendarDate(edtf)) return { mode: 'date', date: pointText(edtf) };
  if (edtf.endsWith('~') && isCalendarDate(edtf.slice(0, -1)))
    return { mode: 'about', date: pointText(edtf.slice(0, -1)) };
  const time = moment.exec(edtf)?.groups;
  if (time !== undefined) {
    const { date = '', time: clock = '', zone = '' } = time;
    return { mode: 'time', date: pointText(date), time: clock, zone };
  }
  const [from, until, ...more] = edtf.split('/');
  if (from === undefined || until === undefined || more.length > 0) return { mode: 'other', edtf };
  // An unknown end (nothing) and an open one (“..”) are two things; the boxes only know the open one.
  if (from === '' || until === '') return { mode: 'other', edtf };
  return { mode: 'range', from: endText(from), until: endText(until) };
}

/** The EDTF date of what is typed, null for unknown; the error says what to type instead. */
export function edtfOf(form: DateForm): Result<string | null, string> {
  switch (form.mode) {
    case 'unknown':
      return ok(null);
    case 'date':
    case 'about': {
      const date = parseDate(form.date);
      if (date === null) return err(howToWriteADate);
      return ok(form.mode === 'about' ? `${date}~` : date);
    }
    case 'time':
      return momentOf(form);
    case 'range':
      return rangeOf(form);
    case 'other': {
      const edtf = form.edtf.trim();
      return isEdtf(edtf)
        ? ok(edtf)
        : err('Write a date that EDTF (ISO 8601-2) knows: 2026-21, 199X.');
    }
  }
}

/** The form in another mode, with as much as can be kept of what was typed. */
export function inMode(form: DateForm, mode: DateMode): DateForm {
  if (mode === form.mode) return form;
  const date = firstDate(form);
  switch (mode) {
    case 'unknown':
      return { mode };
    case 'date':
    case 'about':
      return { mode, date };
    case 'time':
      return { mode, date, time: '', zone: '' };
    case 'range':
      return { mode, from: date, until: '' };
    case 'other': {
      const edtf = edtfOf(form);
      return { mode, edtf: edtf.ok ? (edtf.value ?? '') : '' };
    }
  }
}

/** Whether what is typed could be a whole date; a form that was only just begun is not an error yet. */
export function isComplete(form: DateForm): boolean {
  switch (form.mode) {
    case 'unknown':
      return true;
    case 'date':
    case 'about':
      return form.date.trim() !== '';
    case 'time':
      return form.date.trim() !== '' && form.time.trim() !== '';
    case 'range':
      return form.from.trim() !== '' && form.until.trim() !== '';
    case 'other':
      return form.edtf.trim() !== '';
  }
}

const howToWriteADate = 'Write a date such as 14 March 2026, March 2026, 2026 or 2026-03-14.';

function momentOf(form: Extract<DateForm, { mode: 'time' }>): Result<string, string> {
  const date = parseDate(form.date);
  if (date?.length !== 'YYYY-MM-DD'.length)
    return err('A time needs a whole date, such as 14 March 2026.');
  const time = parseTime(form.time);
  if (time === null) return err('Write the time such as 21:40.');
  return ok(`${date}T${time}${form.zone}`);
}

function rangeOf(form: Extract<DateForm, { mode: 'range' }>): Result<string, string> {
  const from = endOf(form.from);
  const until = endOf(form.until);
  if (from === null || until === null) return err(howToWriteADate);
  if (from === '..' && until === '..') return err('Write at least one end of the range.');
  const edtf = `${from}/${until}`;
  return isEdtf(edtf) ? ok(edtf) : err('The range ends before it begins. Swap its two dates.');
}

function endOf(text: string): string | null {
  const line = text.trim();
  return line === '' || line === '..' ? '..' : parsePoint(line);
}

function endText(edtf: string): string {
  return edtf === '..' ? '' : pointText(edtf);
}

function firstDate(form: DateForm): string {
  switch (form.mode) {
    case 'unknown':
    case 'other':
      return '';
    case 'date':
    case 'about':
    case 'time':
      return form.date;
    case 'range':
      return parseDate(form.from) === null ? '' : form.from;
  }
}

function isCalendarDate(edtf: string): boolean {
  return calendar.test(edtf) && isEdtf(edtf) && parseDate(edtf) === edtf;
}
