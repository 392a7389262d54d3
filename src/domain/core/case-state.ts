import { type Diff, changesOf } from './diff.ts';
import {
  type AnyId,
  type AnyRecord,
  type IdOf,
  type NumberedType,
  type RecordFor,
  type RecordOf,
  type RecordType,
  numberOf,
  referencedIds,
  referencesOf,
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
  /** The id of the record of a type that has a short number, or undefined if none has it now. */
  numbered<T extends NumberedType>(type: T, number: number): IdOf[T] | undefined;
  /** The highest short number that a record of a type has or, as far as is known, ever had; 0 if none. */
  highestNumber(type: NumberedType): number;
}

/** The records of a case in memory, with the reverse of every relation. Changes only by applying diffs. */
export class CaseState implements CaseView {
  readonly #byType = new Map<RecordType, Map<AnyId, AnyRecord>>();
  // By the type of those that point, then by what they point to: a source has few ratings among thousands of claims.
  readonly #referrers = new Map<RecordType, Map<AnyId, Referrers>>();

  // Which record has a short number, by type; and the highest ever given, which stays when its record goes.
  readonly #numbers = new Map<RecordType, Map<number, AnyId>>();
  readonly #highest = new Map<RecordType, number>();

  /** Starts from the given records, whose relations may come in any order. */
  constructor(records: Iterable<AnyRecord> = []) {
    for (const record of records) this.add(record);
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
      for (const referrer of listOf(byTarget.get(id))) yield referrer.id;
    }
  }

  referring<T extends RecordType>(id: AnyId, type: T): Iterable<RecordOf[T]> {
    // Those that point to something are filed under their own type.
    return listOf(this.#referrers.get(type)?.get(id)) as Iterable<RecordOf[T]>;
  }

  numbered<T extends NumberedType>(type: T, number: number): IdOf[T] | undefined {
    // Numbers are filed under the type of their records.
    return this.#numbers.get(type)?.get(number) as IdOf[T] | undefined;
  }

  highestNumber(type: NumberedType): number {
    return this.#highest.get(type) ?? 0;
  }

  /** Takes note that a type's short numbers were given up to one that no record here need have. */
  noteNumber(type: NumberedType, highest: number): void {
    this.#highest.set(type, Math.max(this.highestNumber(type), highest));
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
      else this.add(after);
    }
  }

  /** Takes a record in, in the place of the one with its id if there is one. */
  add(record: AnyRecord): void {
    const ofType = this.#ofType(record.type);
    const previous = ofType.get(record.id);
    if (previous !== undefined) this.#unlink(previous);
    ofType.set(record.id, record);
    this.#giveNumber(record);
    const byTarget = this.#referrersOf(record.type);
    for (const reference of referencesOf(record)) {
      for (const target of reference.ids(record) as readonly AnyId[]) {
        const referrers = byTarget.get(target);
        if (referrers === undefined) byTarget.set(target, record);
        else if (referrers instanceof Set) referrers.add(record);
        else if (referrers !== record) byTarget.set(target, new Set([referrers, record]));
      }
    }
  }

  #drop(id: AnyId): void {
    const records = this.#ofType(prefixOf(id));
    const record = records.get(id);
    if (record === undefined) return;
    this.#unlink(record);
    records.delete(id);
  }

  #giveNumber(record: AnyRecord): void {
    if (!('number' in record)) return;
    const { type, number, id } = record;
    const ofType = this.#numbers.get(type);
    if (ofType === undefined) this.#numbers.set(type, new Map([[number, id]]));
    else ofType.set(number, id);
    this.noteNumber(type, number);
  }

  #unlink(record: AnyRecord): void {
    const number = numberOf(record);
    const numbers = number === null ? undefined : this.#numbers.get(record.type);
    if (number !== null && numbers?.get(number) === record.id) numbers.delete(number);
    const byTarget = this.#referrersOf(record.type);
    for (const target of referencedIds(record)) {
      const referrers = byTarget.get(target);
      if (referrers instanceof Set) referrers.delete(record);
      if (referrers === record || (referrers instanceof Set && referrers.size === 0))
        byTarget.delete(target);
    }
  }

  #referrersOf(type: RecordType): Map<AnyId, Referrers> {
    const known = this.#referrers.get(type);
    if (known !== undefined) return known;
    const byTarget = new Map<AnyId, Referrers>();
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

// Most of what is pointed to at all is so by one record, such as a claim by its rating: a set for each would cost more than all else.
type Referrers = AnyRecord | Set<AnyRecord>;

const none: readonly AnyRecord[] = [];

function listOf(referrers: Referrers | undefined): Iterable<AnyRecord> {
  if (referrers === undefined) return none;
  return referrers instanceof Set ? referrers : [referrers];
}

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
