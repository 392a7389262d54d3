import type { CaseView } from '../../../../domain/case-state.ts';
import type { SourceId } from '../../../../domain/model/ids.ts';

/** How many records of each type point to a source. */
export interface SourceUses {
  readonly claim: number;
  readonly document: number;
  readonly rating: number;
  /** Sources that belong to it. */
  readonly source: number;
}

/** Counts what points to a source. */
export function usesOf(view: CaseView, source: SourceId): SourceUses {
  const uses = { claim: 0, document: 0, rating: 0, source: 0 };
  for (const id of view.referrers(source)) {
    const type = view.get(id)?.type;
    if (type === 'claim' || type === 'document' || type === 'rating' || type === 'source')
      uses[type] += 1;
  }
  return uses;
}

/** A source and every source that belongs to it, directly or through others. */
export function familyOf(view: CaseView, source: SourceId): ReadonlySet<SourceId> {
  const family = new Set([source]);
  for (const member of family) {
    for (const id of view.referrers(member)) {
      const record = view.get(id);
      if (record?.type === 'source') family.add(record.id);
    }
  }
  return family;
}
