import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { SourceId } from '../../../../domain/records/source/record.ts';

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
  function count(type: keyof SourceUses): number {
    return [...view.referring(source, type)].length;
  }
  return {
    ...{ claim: count('claim'), document: count('document') },
    ...{ rating: count('rating'), source: count('source') },
  };
}

/** A source and every source that belongs to it, directly or through others. */
export function familyOf(view: CaseView, source: SourceId): ReadonlySet<SourceId> {
  const family = new Set([source]);
  for (const member of family) {
    for (const { id } of view.referring(member, 'source')) family.add(id);
  }
  return family;
}
