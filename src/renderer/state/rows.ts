import { useCallback, useSyncExternalStore } from 'react';
import type { CaseView } from '../../domain/core/case-state.ts';
import { type Diff, changesOf } from '../../domain/core/diff.ts';
import { type AnyId, type RecordType, typeOfId } from '../../domain/core/ids.ts';
import type { AnyRecord, RecordOf } from '../../domain/records/registry.ts';
import { type Replica, useReplicaStore } from './replica.ts';

/** How the rows of a table come from the records of one type. */
export interface RowPlan<T extends RecordType, Row> {
  readonly type: T;
  /** Starts one pass over the case and gives the function that makes a record's row; the pass may keep what it looked up. */
  readonly prepare: (view: CaseView) => (record: RecordOf[T]) => Row;
  /** The records that show something of the given one in their rows; asked of each record before and after it changed. */
  readonly affected: (changed: AnyRecord, view: CaseView) => Iterable<AnyId>;
}

/** The rows of a plan, kept between screens: a change makes only those anew that it touched. */
export class RowSource<T extends RecordType, Row> {
  readonly #plan: RowPlan<T, Row>;
  #rows = new Map<string, Row>();
  #list: readonly Row[] = [];
  #read: { readonly view: CaseView; readonly seq: number } | null = null;
  // What is left to do before there is a row for every record; null once there is.
  #making: Iterator<undefined> | null = null;

  constructor(plan: RowPlan<T, Row>) {
    this.#plan = plan;
  }

  /** The rows in the order the records came into the case; the same list as long as none of them changed. */
  rows(replica: Pick<Replica, 'view' | 'seq' | 'diff'>): readonly Row[] {
    const { view, seq, diff } = replica;
    const last = this.#read;
    if (last?.view !== view) return this.#makeAll(replica);
    if (last.seq === seq) return this.#made();
    // Nobody was looking while several changes went by, so what they touched is not known.
    if (diff === null || last.seq !== seq - 1) return this.#makeAll(replica);
    this.#made();
    this.#read = { view, seq };
    return this.#follow(view, diff);
  }

  /** Makes the rows beforehand, in steps of one row, as far as nobody has asked for them yet. */
  *prepare(replica: Pick<Replica, 'view' | 'seq'>): Generator<undefined> {
    if (this.#read?.view !== replica.view) this.#begin(replica);
    while (this.#making?.next().done === false) yield;
  }

  #begin({ view, seq }: Pick<Replica, 'view' | 'seq'>): void {
    this.#read = { view, seq };
    this.#making = this.#makeEach(view);
  }

  #makeAll(replica: Pick<Replica, 'view' | 'seq'>): readonly Row[] {
    this.#begin(replica);
    return this.#made();
  }

  #made(): readonly Row[] {
    while (this.#making?.next().done === false);
    return this.#list;
  }

  *#makeEach(view: CaseView): Generator<undefined> {
    const make = this.#plan.prepare(view);
    const rows = new Map<string, Row>();
    for (const record of view.all(this.#plan.type)) {
      rows.set(record.id, make(record));
      yield;
    }
    this.#rows = rows;
    this.#list = [...rows.values()];
    this.#making = null;
  }

  #follow(view: CaseView, diff: Diff): readonly Row[] {
    const touched = this.#touchedBy(view, diff);
    if (touched.size === 0) return this.#list;
    const make = this.#plan.prepare(view);
    const rows = new Map<string, Row>();
    for (const record of view.all(this.#plan.type)) {
      const known = touched.has(record.id) ? undefined : this.#rows.get(record.id);
      rows.set(record.id, known ?? make(record));
    }
    this.#rows = rows;
    this.#list = [...rows.values()];
    return this.#list;
  }

  #touchedBy(view: CaseView, diff: Diff): ReadonlySet<AnyId> {
    const records = changesOf(diff).flatMap(([, { before, after }]) => [before, after]);
    const touched = new Set<AnyId>();
    for (const record of records) {
      if (record === null) continue;
      for (const id of [record.id, ...this.#plan.affected(record, view)]) {
        if (typeOfId(id) === this.#plan.type) touched.add(id);
      }
    }
    return touched;
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
