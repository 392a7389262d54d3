import type { CaseView } from '../core/case-state.ts';
import { type Diff, changesOf } from '../core/diff.ts';
import { Draft } from '../core/draft.ts';
import { type AnyId, type AnyRecord, referencedIds } from '../records/registry.ts';
import { sameData } from '../core/same-data.ts';

/**
 * The records because of which an old change can no longer be taken back, or made again, by the given diff: those that are no
 * longer what the diff would change, those that point to what it would remove, and those it would point to that are gone.
 * Empty if nothing is in its way.
 */
export function obstaclesTo(view: CaseView, diff: Diff): ReadonlySet<AnyId> {
  const obstacles = new Set<AnyId>();
  const after = Draft.of(view, diff);
  for (const [id, change] of changesOf(diff)) {
    const present: AnyRecord | undefined = view.get(id);
    if (!sameData(present ?? null, change.before)) obstacles.add(id);
    if (change.after === null) for (const referrer of after.referrers(id)) obstacles.add(referrer);
    else for (const target of missingFor(after, change.after)) obstacles.add(target);
  }
  return obstacles;
}

/** The ids that a record points to and that a case does not hold. */
export function missingFor(view: CaseView, record: AnyRecord): AnyId[] {
  return [...referencedIds(record)].filter((id) => view.get(id) === undefined);
}
