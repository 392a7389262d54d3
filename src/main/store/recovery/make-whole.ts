import type { CaseState } from '../../../domain/core/case-state.ts';
import { Draft } from '../../../domain/core/draft.ts';
import { problemAmong } from '../../../domain/core/integrity.ts';
import {
  type AnyId,
  type AnyRecord,
  recordTypes,
  referencedIds,
} from '../../../domain/records/registry.ts';
import { recordName } from '../../../domain/history/record-name.ts';
import type { LostRecord } from '../../../contract/recovery.ts';
import { Slices } from '../disk/slices.ts';

/**
 * Makes records that were recovered a case again: what points to a record that is lost lets go of it, or goes with it if it
 * cannot be without, and what still does not fit goes. Answers what had to go or change.
 */
export async function makeWhole(state: CaseState): Promise<LostRecord[]> {
  const draft = new Draft(state);
  const slices = new Slices();
  draft.remove(await danglingIds(state, slices));
  // Leaving out one record can make another unfit. Each round removes at least one, so this ends.
  for (;;) {
    const misfits = await misfitIds(draft, slices);
    if (misfits.length === 0) break;
    draft.remove(misfits);
  }
  const diff = draft.diff();
  state.apply(diff);
  return [
    ...diff.removed.map((record) => lostRecord(record, 'left-out')),
    ...diff.updated.map(([before]) => lostRecord(before, 'shortened')),
  ];
}

/** A record with what became of it. */
export function lostRecord(record: AnyRecord, loss: LostRecord['loss']): LostRecord {
  return { id: record.id, type: record.type, name: recordName(record), loss };
}

/** The ids that records point to and nothing is known of. Removing what is not there lets go of it like any removal. */
async function danglingIds(state: CaseState, slices: Slices): Promise<Set<AnyId>> {
  const dangling = new Set<AnyId>();
  for (const record of state.records()) {
    for (const id of referencedIds(record)) if (state.get(id) === undefined) dangling.add(id);
    await slices.pause();
  }
  return dangling;
}

async function misfitIds(draft: Draft, slices: Slices): Promise<AnyId[]> {
  const misfits: AnyId[] = [];
  for (const type of recordTypes) {
    for (const record of draft.all(type)) {
      if (problemAmong(draft, record) !== null) misfits.push(record.id);
      await slices.pause();
    }
  }
  return misfits;
}
