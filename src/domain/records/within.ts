import type { CaseView } from '../core/case-state.ts';
import type { SourceId } from './source/record.ts';
import type { TagId } from './tag/record.ts';

/** Tells whether a source or tag is another one, or is below it, directly or through others. */
export function isWithin(
  view: CaseView,
  id: SourceId | TagId | null,
  whole: SourceId | TagId,
): boolean {
  const seen = new Set<SourceId | TagId>();
  let current = id;
  // A damaged case may have a circle, in which this must not turn for ever.
  while (current !== null && !seen.has(current)) {
    if (current === whole) return true;
    seen.add(current);
    current = view.get(current)?.parent ?? null;
  }
  return false;
}
