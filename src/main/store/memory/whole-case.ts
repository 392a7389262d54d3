import { CaseState } from '../../../domain/core/case-state.ts';
import { integrityProblems } from '../../../domain/core/integrity.ts';
import { sameData } from '../../../domain/core/same-data.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { Slices } from '../disk/slices.ts';

// A case may be large: whatever goes through all of it does so in slices.

/** A case of records; ids sort by time of creation, and that is the order in which records came into the case. */
export async function caseOf(records: Iterable<AnyRecord>): Promise<CaseState> {
  const slices = new Slices();
  const state = new CaseState();
  for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    state.apply({ created: [record], updated: [], removed: [] });
    await slices.pause();
  }
  return state;
}

/** The records that two states of a case do not have in common: those of `one` that differ, and those only `other` has. */
export async function differing(one: CaseState, other: CaseState): Promise<AnyRecord[]> {
  const slices = new Slices();
  const found: AnyRecord[] = [];
  for (const record of one.records()) {
    if (!sameData(other.get(record.id), record)) found.push(record);
    await slices.pause();
  }
  for (const record of other.records()) if (one.get(record.id) === undefined) found.push(record);
  return found;
}

/** What is wrong with a whole case, each problem once. */
export async function misfits(state: CaseState): Promise<Set<string>> {
  const slices = new Slices();
  const found = new Set<string>();
  for (const record of state.records()) {
    for (const problem of integrityProblems(state, [record])) found.add(problem);
    await slices.pause();
  }
  return found;
}
