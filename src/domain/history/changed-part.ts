import { snapToGraphemes } from '../anchoring/graphemes.ts';

// Texts up to this length (UTF-16 units) are shown whole; of longer ones this much stays around what differs.
const whole = 160;
const around = 40;
const mostShown = 320;

/** Two versions of a text; of long ones only what differs, with some words around it and “…” for what is left out. */
export function changedPart(before: string, after: string): [string, string] {
  if (before.length <= whole && after.length <= whole) return [before, after];
  const start = Math.max(0, commonStart(before, after) - around);
  const end = Math.max(0, commonEnd(before, after, start) - around);
  return [part(before, start, end), part(after, start, end)];
}

/** A text that is shown by itself, cut where it is long. */
export function excerpt(text: string): string {
  return part(text, 0, 0);
}

// The text without `start` units at its beginning and `end` at its end.
function part(text: string, start: number, end: number): string {
  const wanted = { start, end: Math.max(start, text.length - end) };
  const shown = { start, end: Math.min(wanted.end, start + mostShown) };
  const range = snapToGraphemes(text, shown);
  const opening = range.start > 0 ? '…' : '';
  const closing = range.end < text.length ? '…' : '';
  return `${opening}${text.slice(range.start, range.end)}${closing}`;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  // Where one of them ends they differ.
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}
