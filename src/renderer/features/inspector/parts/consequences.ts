import { counted } from '../../../../domain/core/counted.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import { Draft } from '../../../../domain/core/draft.ts';
import type { AnyId, RecordType } from '../../../../domain/records/registry.ts';

/** What removing records does to others, by their type: how many go too, and how many stay but lose something. */
export interface Consequences {
  readonly removed: Readonly<Partial<Record<RecordType, number>>>;
  readonly changed: Readonly<Partial<Record<RecordType, number>>>;
}

/** What removing records would take along; the records themselves are not counted. */
export function removalOf(view: CaseView, ids: readonly AnyId[]): Consequences {
  const draft = new Draft(view);
  draft.remove(ids.filter((id) => view.get(id) !== undefined));
  const { removed, updated } = draft.diff();
  const asked = new Set<AnyId>(ids);
  return {
    removed: byType(removed.filter(({ id }) => !asked.has(id))),
    changed: byType(updated.map(([before]) => before)),
  };
}

/** "3 highlights, 2 claims and 1 link", in the order of the given types; empty if there are none. */
export function listed(
  counts: Readonly<Partial<Record<RecordType, number>>>,
  types: readonly RecordType[],
): string {
  const parts = types.flatMap((type) => {
    const count = counts[type] ?? 0;
    return count === 0 ? [] : [counted(count, type)];
  });
  return new Intl.ListFormat('en-GB').format(parts);
}

function byType(records: readonly { type: RecordType }[]): Partial<Record<RecordType, number>> {
  const counts: Partial<Record<RecordType, number>> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
