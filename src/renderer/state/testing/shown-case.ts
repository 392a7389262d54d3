import type { CaseHeader, CaseSnapshot } from '../../../contract/calls.ts';
import type { Events } from '../../../contract/events.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import { type Diff, emptyDiff } from '../../../domain/core/diff.ts';
import type { AnyRecord, RecordOf, RecordType } from '../../../domain/records/registry.ts';
import { CaseReplica, type Replica } from '../case-replica.ts';
import { type RowPlan, RowSource } from '../rows.ts';

/** A case as the window is given it to show, after its first change. */
export function aSnapshot(
  records: Iterable<AnyRecord> = [],
  fields: Partial<CaseSnapshot> = {},
): CaseSnapshot {
  return {
    ...{ path: '/a.assay', health: { state: 'well' }, past: null, seq: 1 },
    ...{ undo: { undo: null, redo: null }, report: null, repairs: [] },
    ...{ records: [...records], viewState: {}, preview: null, rest: null },
    ...fields,
  };
}

/** The same case without its records. */
export function aHeader(fields: Partial<CaseHeader> = {}): CaseHeader {
  const { path, health, past, seq, undo, report, repairs } = aSnapshot([], fields);
  return { path, health, past, seq, undo, report, repairs };
}

/** A change as the window is told of it. */
export function aChange(seq: number, diff: Diff): Events['case/changed'] {
  return { seq, label: '', diff, undo: { undo: null, redo: null } };
}

/** A copy of a case, on show. */
export function showing(records: Iterable<AnyRecord>): CaseReplica {
  const replica = new CaseReplica();
  replica.replace(aSnapshot(records));
  return replica;
}

/** What a copy holds now; it must be on show. */
export function held({ store }: CaseReplica): Replica {
  const { replica } = store.getState();
  if (replica === null) throw new Error('No case is on show');
  return replica;
}

/** Makes one more change in the case on show. */
export function follow(replica: CaseReplica, diff: Diff): void {
  replica.followChange(aChange(held(replica).seq + 1, diff));
}

/** The first record of a type, which must be there. */
export function firstOf<T extends RecordType>(view: CaseView, type: T): RecordOf[T] {
  const [record] = view.all(type);
  if (record === undefined) throw new Error(`There is no ${type}`);
  return record;
}

/** Gives a record other fields. */
export function changed<R extends AnyRecord>(record: R, fields: Partial<R>): Diff {
  return { ...emptyDiff, updated: [[record, { ...record, ...fields }]] };
}

/** The rows of a plan before and after a change, and how they come out when all are made anew. */
export function rowsAround<T extends RecordType, Row>(
  plan: RowPlan<T, Row>,
  records: Iterable<AnyRecord>,
  diff: Diff,
): Record<'before' | 'after' | 'anew', readonly Row[]> {
  const replica = showing(records);
  const source = new RowSource(plan);
  const before = source.rows(held(replica));
  follow(replica, diff);
  return {
    ...{ before, after: source.rows(held(replica)) },
    anew: new RowSource(plan).rows(held(replica)),
  };
}
