import { CaseState } from '../../../domain/core/case-state.ts';
import { problemAmong } from '../../../domain/core/integrity.ts';
import { sameData } from '../../../domain/core/same-data.ts';
import type { AnyRecord, RecordType } from '../../../domain/records/registry.ts';
import { Slices } from '../disk/slices.ts';

// A case may be large: whatever goes through all of it does so in slices.

/** A case of records; ids sort by time of creation, and that is the order in which records came into the case. */
export async function caseOf(records: Iterable<AnyRecord>): Promise<CaseState> {
  const slices = new Slices();
  const state = new CaseState();
  for (const ofType of (await inOrder(records, slices)).values()) {
    for (const record of ofType) {
      state.add(record);
      if (slices.used()) await slices.pause();
    }
  }
  return state;
}

// Type by type, because between records of different types an order would tell nothing. Those of one mostly come in order, and
// are then not sorted, which cannot be done in slices.
async function inOrder(
  records: Iterable<AnyRecord>,
  slices: Slices,
): Promise<Map<RecordType, AnyRecord[]>> {
  const byType = new Map<RecordType, AnyRecord[]>();
  const disordered = new Set<AnyRecord[]>();
  for (const record of records) {
    const known = byType.get(record.type);
    const ofType = known ?? [];
    if (known === undefined) byType.set(record.type, ofType);
    const last = ofType.at(-1);
    if (last !== undefined && last.id > record.id) disordered.add(ofType);
    ofType.push(record);
    if (slices.used()) await slices.pause();
  }
  for (const ofType of disordered) ofType.sort((a, b) => (a.id < b.id ? -1 : 1));
  return byType;
}

/** The records that two states of a case do not have in common: those of `one` that differ, and those only `other` has. */
export async function differing(one: CaseState, other: CaseState): Promise<AnyRecord[]> {
  const slices = new Slices();
  const found: AnyRecord[] = [];
  for (const record of one.records()) {
    // Also finds those that only `one` has: `get` answers undefined then.
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
    const problem = problemAmong(state, record);
    if (problem !== null) found.add(problem);
    if (slices.used()) await slices.pause();
  }
  return found;
}
