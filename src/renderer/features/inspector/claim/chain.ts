import type { CommandInput } from '../../../../domain/commands/registry.ts';
import type { Hop } from '../../../../domain/records/claim/record.ts';
import type { Span } from '../../../../domain/core/span.ts';

/** What `claim/update` takes for an attribution: hops whose words are named by their range alone. */
export type HopInput = NonNullable<CommandInput<'claim/update'>['changes']['attribution']>[number];

/** A chain of attribution as the command wants it. */
export function hopInputs(hops: readonly Hop[]): HopInput[] {
  return hops.map((hop) => ({ ...hop, anchor: rangeOf(hop.anchor) }));
}

/** A span by its range alone. */
export function rangeOf(span: Span | null): { start: number; end: number } | null {
  return span && { start: span.start, end: span.end };
}

/** The list with one entry taken to another place; the same list if either place is not in it. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined || from === to || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** The list with one entry changed. */
export function withEntry<T extends object>(
  list: readonly T[],
  at: number,
  changes: Partial<T>,
): readonly T[] {
  return list.map((entry, index) => (index === at ? { ...entry, ...changes } : entry));
}
