import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { SourceId } from '../../../domain/core/ids.ts';
import { manners, termOf } from '../../../domain/records/vocabulary.ts';

/** An attribution on one line: `Asharq Al-Awsat (on record) → “Western sources” (anonymous)`; empty if nobody is named. */
export function chainLabel(view: CaseView, claim: Claim): string {
  return claim.attribution
    .map((hop) => {
      const manner = termOf(manners, hop.manner).label.toLowerCase();
      return `${sourceName(view, hop.source)} (${manner})`;
    })
    .join(' → ');
}

/** The name of a source; integrity keeps every reference, so a missing one is a bug. */
export function sourceName(view: CaseView, source: SourceId): string {
  const record = view.get(source);
  if (record === undefined) throw new Error(`No source ${source}`);
  return record.name;
}
