import { snapToGraphemes } from '../anchoring/graphemes.ts';

/** A text cut to what fits in a menu, at 40 UTF-16 units. */
export function brief(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= 40) return line;
  const { start } = snapToGraphemes(line, { start: 39, end: 39 });
  return `${line.slice(0, start).trimEnd()}…`;
}
