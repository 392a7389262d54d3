import { type Diff, changesOf } from './diff.ts';
import type { AnyId, IdOf, RecordType } from './ids.ts';
import {
  type AnyRecord,
  type RecordFor,
  type RecordOf,
  referencedIds,
} from '../records/registry.ts';

/** A case as commands, queries and screens read it. */
export interface CaseView {
  /** The record of an id, or undefined if the case does not hold it. */
  get<I extends AnyId>(id: I): RecordFor<I> | undefined;
  /** Every record of a type, in the order they came into the case. */
  all<T extends RecordType>(type: T): Iterable<RecordOf[T]>;
  /** The ids of the records that point to the given one. */
  referrers(id: AnyId): Iterable<AnyId>;
  /** The records of a type that point to the given one; costs only what they are. */
  referring<T extends RecordType>(id: AnyId, type: T): Iterable<RecordOf[T]>;
}

/** The records of a case in memory, with the reverse of every relation. Changes only by applying diffs. */
export class CaseState implements CaseView {
  readonly #byType = new Map<RecordType, Map<AnyId, AnyRecord>>();
  // By the type of those that point, then by what they point to: a source has few ratings among thousands of claims.
  readonly #referrers = new Map<RecordType, Map<AnyId, Set<AnyRecord>>>();

  /** Starts from the given records, whose relations may come in any order. */
  constructor(records: Iterable<AnyRecord> = []) {
    for (const record of records) this.#put(record);
  }

  get<I extends AnyId>(id: I): RecordFor<I> | undefined {
    // An id's prefix is the type of its record, by construction of both.
    return this.#ofType(prefixOf(id)).get(id) as RecordFor<I> | undefined;
  }

  all<T extends RecordType>(type: T): Iterable<RecordOf[T]> {
    // Records are filed under their own type.
    return this.#ofType(type).values() as Iterable<RecordOf[T]>;
  }

  *referrers(id: AnyId): Iterable<AnyId> {
    for (const byTarget of this.#referrers.values()) {
      for (const referrer of byTarget.get(id) ?? none) yield referrer.id;
    }
  }

  referring<T extends RecordType>(id: AnyId, type: T): Iterable<RecordOf[T]> {
    // Those that point to something are filed under their own type.
    return (this.#referrers.get(type)?.get(id) ?? none) as Iterable<RecordOf[T]>;
  }

  /** How many records of a type there are. */
  count(type: RecordType): number {
    return this.#ofType(type).size;
  }

  /** How many records there are. */
  get size(): number {
    let size = 0;
    for (const records of this.#byType.values()) size += records.size;
    return size;
  }

  /** Every record, type by type. */
  *records(): Iterable<AnyRecord> {
    for (const records of this.#byType.values()) yield* records.values();
  }

  /** Makes the state what the diff says, whatever it was: applying the same diff twice is the same as once. */
  apply(diff: Diff): void {
    for (const [id, { after }] of changesOf(diff)) {
      if (after === null) this.#drop(id);
      else this.#put(after);
    }
  }

  #put(record: AnyRecord): void {
    const previous = this.#ofType(record.type).get(record.id);
    if (previous !== undefined) this.#unlink(previous);
    this.#ofType(record.type).set(record.id, record);
    const byTarget = this.#referrersOf(record.type);
    for (const target of referencedIds(record)) {
      const referrers = byTarget.get(target);
      if (referrers === undefined) byTarget.set(target, new Set([record]));
      else referrers.add(record);
    }
  }

  #drop(id: AnyId): void {
    const records = this.#ofType(prefixOf(id));
    const record = records.get(id);
    if (record === undefined) return;
    this.#unlink(record);
    records.delete(id);
  }

  #unlink(record: AnyRecord): void {
    const byTarget = this.#referrersOf(record.type);
    for (const target of referencedIds(record)) {
      const referrers = byTarget.get(target);
      referrers?.delete(record);
      if (referrers?.size === 0) byTarget.delete(target);
    }
  }

  #referrersOf(type: RecordType): Map<AnyId, Set<AnyRecord>> {
    const known = this.#referrers.get(type);
    if (known !== undefined) return known;
    const byTarget = new Map<AnyId, Set<AnyRecord>>();
    this.#referrers.set(type, byTarget);
    return byTarget;
  }

  #ofType(type: RecordType): Map<AnyId, AnyRecord> {
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    const records = new Map<AnyId, AnyRecord>();
    this.#byType.set(type, records);
    return records;
  }
}

const none: readonly AnyRecord[] = [];

function prefixOf(id: AnyId): RecordType {
  return id.slice(0, id.indexOf('-')) as RecordType;
}

/** Narrows {@link CaseView.get} to one record type when only the type of an id is known. */
export function isRecord<T extends RecordType>(
  record: AnyRecord | undefined,
  type: T,
): record is Extract<AnyRecord, { type: T; id: IdOf[T] }> {
  return record?.type === type;
}
