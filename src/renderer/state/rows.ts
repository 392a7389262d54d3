import { useCallback, useSyncExternalStore } from 'react';
import type { CaseState, CaseView } from '../../domain/core/case-state.ts';
import { type Read, ReadsByRecord } from '../../domain/core/reads.ts';
import type { RecordOf, RecordType } from '../../domain/records/registry.ts';
import { type Replica, touchedSince } from './case-replica.ts';
import { useReplicaStore } from './replica.ts';

/** How the rows of a table come from the records of one type. */
export interface RowPlan<T extends RecordType, Row> {
  readonly type: T;
  /** Makes a record's row, of itself and of what it reads off the case. */
  readonly row: (view: CaseView, record: RecordOf[T]) => Row;
}

type State = Pick<Replica, 'view' | 'seq' | 'seen'>;

/** The rows of a plan, kept between screens: a change makes only those anew that have read something it touched. */
export class RowSource<T extends RecordType, Row> {
  readonly #plan: RowPlan<T, Row>;
  // The rows of a case are let go of with it.
  readonly #cases = new WeakMap<CaseState, CaseRows<T, Row>>();

  constructor(plan: RowPlan<T, Row>) {
    this.#plan = plan;
  }

  /** The rows in the order the records came into the case; the same list as long as none of them changed. */
  rows(state: State): readonly Row[] {
    return this.#of(state).at(state);
  }

  /** Makes the rows beforehand, in steps of one row, as far as nobody has asked for them yet. */
  prepare(state: State): Generator<undefined> {
    return this.#of(state).prepare();
  }

  #of(state: State): CaseRows<T, Row> {
    const known = this.#cases.get(state.view);
    if (known !== undefined) return known;
    const begun = new CaseRows(this.#plan, state);
    this.#cases.set(state.view, begun);
    return begun;
  }
}

/** The rows of a plan for one case. */
class CaseRows<T extends RecordType, Row> {
  readonly #plan: RowPlan<T, Row>;
  readonly #view: CaseState;
  // The number of the change as of which the rows were made.
  #seq: number;
  #reads: ReadsByRecord<T>;
  #rows = new Map<string, Row>();
  #list: readonly Row[] = [];
  // What is left to do before the list has a row for every record; null once it has.
  #making: Iterator<undefined> | null;

  constructor(plan: RowPlan<T, Row>, { view, seq }: State) {
    this.#plan = plan;
    this.#view = view;
    this.#seq = seq;
    this.#reads = new ReadsByRecord(view, plan.type);
    this.#making = this.#makeMissing();
  }

  at(state: State): readonly Row[] {
    this.#forgetTouched(touchedSince({ view: this.#view, seq: this.#seq }, state));
    this.#seq = state.seq;
    // Finishes what `prepare` has begun, if anything is left of it.
    while (this.#making?.next().done === false);
    return this.#list;
  }

  *prepare(): Generator<undefined> {
    while (this.#making?.next().done === false) yield;
  }

  #forgetTouched(touched: ReadonlySet<Read> | null): void {
    if (touched === null) {
      this.#rows.clear();
      this.#reads = new ReadsByRecord(this.#view, this.#plan.type);
    } else {
      const readers = this.#reads.takeReaders(touched);
      // The very same list, so that the table keeps its order and its place.
      if (readers.size === 0) return;
      for (const id of readers) this.#rows.delete(id);
    }
    this.#making = this.#makeMissing();
  }

  *#makeMissing(): Generator<undefined> {
    const list: Row[] = [];
    for (const record of this.#view.all(this.#plan.type)) {
      const known = this.#rows.get(record.id);
      const row = known ?? this.#plan.row(this.#reads.for(record), record);
      if (known === undefined) this.#rows.set(record.id, row);
      list.push(row);
      yield;
    }
    // Put in place only when it is whole: until then the list before it holds.
    this.#list = list;
    this.#making = null;
  }
}

/** Makes the rows of a case beforehand, in steps of one row; none where another case is on show by now. */
export function* prepareRows(
  source: Pick<RowSource<never, unknown>, 'prepare'>,
  view: CaseView,
): Generator<undefined> {
  const { replica } = useReplicaStore.getState();
  if (replica?.view === view) yield* source.prepare(replica);
}

const noRows: readonly never[] = [];

/** The rows of a source, drawn again when one of them changed. */
export function useRows<T extends RecordType, Row>(source: RowSource<T, Row>): readonly Row[] {
  const read = useCallback(() => {
    const { replica } = useReplicaStore.getState();
    return replica === null ? noRows : source.rows(replica);
  }, [source]);
  return useSyncExternalStore(useReplicaStore.subscribe, read);
}
