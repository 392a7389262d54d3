import { type Diff, changesOf } from './diff.ts';
import {
  type AnyId,
  type AnyRecord,
  type IdOf,
  type NumberedType,
  type RecordFor,
  type RecordOf,
  type RecordType,
  referencedIds,
  referencesOf,
  typeOfId,
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
    return inner(this.#byType, typeOfId(id)).get(id) as RecordFor<I> | undefined;
  }

  all<T extends RecordType>(type: T): Iterable<RecordOf[T]> {
    // Records are filed under their own type.
    return inner(this.#byType, type).values() as Iterable<RecordOf[T]>;
  }

  *referrers(id: AnyId): Iterable<AnyId> {
    for (const byTarget of this.#referrers.values()) {
      for (const referrer of listOf(byTarget.get(id))) yield referrer.id;
    }
  }

  referring<T extends RecordType>(id: AnyId, type: T): Iterable<RecordOf[T]> {
    // Those that point to something are filed under their own type.
    return listOf(inner(this.#referrers, type).get(id)) as Iterable<RecordOf[T]>;
  }

  numbered<T extends NumberedType>(type: T, number: number): IdOf[T] | undefined {
    // Numbers are filed under the type of their records.
    return inner(this.#numbers, type).get(number) as IdOf[T] | undefined;
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
    return inner(this.#byType, type).size;
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
    const ofType = inner(this.#byType, record.type);
    const previous = ofType.get(record.id);
    if (previous !== undefined) this.#unlink(previous);
    ofType.set(record.id, record);
    if ('number' in record) this.#giveNumber(record);
    const byTarget = inner(this.#referrers, record.type);
    for (const reference of referencesOf(record)) {
      for (const target of reference.ids(record) as readonly AnyId[]) {
        const referrers = byTarget.get(target);
        if (referrers === undefined) byTarget.set(target, record);
        else if (referrers instanceof Set) referrers.add(record);
        else byTarget.set(target, new Set([referrers, record]));
      }
    }
  }

  #drop(id: AnyId): void {
    const records = inner(this.#byType, typeOfId(id));
    const record = records.get(id);
    if (record === undefined) return;
    this.#unlink(record);
    records.delete(id);
  }

  #giveNumber({ type, number, id }: RecordOf[NumberedType]): void {
    inner(this.#numbers, type).set(number, id);
    this.noteNumber(type, number);
  }

  #unlink(record: AnyRecord): void {
    if ('number' in record) this.#takeNumber(record);
    const byTarget = inner(this.#referrers, record.type);
    for (const target of referencedIds(record)) {
      const referrers = byTarget.get(target);
      if (referrers instanceof Set) referrers.delete(record);
      else byTarget.delete(target);
    }
  }

  // Another record may have got the number since, where a damaged case gives it twice.
  #takeNumber({ type, number, id }: RecordOf[NumberedType]): void {
    const ofType = inner(this.#numbers, type);
    if (ofType.get(number) === id) ofType.delete(number);
  }
}

// The map that a key leads to, which is made when it is first asked for.
function inner<Key, InnerKey, Value>(
  maps: Map<Key, Map<InnerKey, Value>>,
  key: Key,
): Map<InnerKey, Value> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<InnerKey, Value>();
  maps.set(key, made);
  return made;
}

// Most of what is pointed to at all is so by one record, such as a claim by its rating: a set for each would cost more than all else.
type Referrers = AnyRecord | Set<AnyRecord>;

const none: readonly AnyRecord[] = [];

function listOf(referrers: Referrers | undefined): Iterable<AnyRecord> {
  if (referrers === undefined) return none;
  return referrers instanceof Set ? referrers : [referrers];
}

/** Narrows {@link CaseView.get} to one record type when only the type of an id is known. */
export function isRecord<T extends RecordType>(
  record: AnyRecord | undefined,
  type: T,
): record is Extract<AnyRecord, { type: T; id: IdOf[T] }> {
  return record?.type === type;
}
