import type { CaseView } from './case-state.ts';
import { type Diff, type RecordChange, changesOf, diffOf } from './diff.ts';
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

/** A change in the making: a case as it will be, on top of one that stays as it is, and the diff between the two. */
export class Draft implements CaseView {
  readonly #base: CaseView;
  readonly #changes = new Map<AnyId, RecordChange>();
  // The short numbers that the draft gives, and the highest of each type.
  readonly #numbers = new Map<string, AnyId>();
  readonly #highest = new Map<RecordType, number>();

  constructor(base: CaseView) {
    this.#base = base;
  }

  /** The draft that already has the given diff in it. */
  static of(base: CaseView, diff: Diff): Draft {
    const draft = new Draft(base);
    draft.apply(diff);
    return draft;
  }

  get<I extends AnyId>(id: I): RecordFor<I> | undefined {
    const change = this.#changes.get(id);
    if (change === undefined) return this.#base.get(id);
    // Changes are filed under the id of their record.
    return (change.after ?? undefined) as RecordFor<I> | undefined;
  }

  *all<T extends RecordType>(type: T): Iterable<RecordOf[T]> {
    for (const record of this.#base.all(type)) {
      const change = this.#changes.get(record.id);
      if (change === undefined) yield record;
      // A changed record keeps its type, because it keeps its id.
      else if (change.after !== null) yield change.after as RecordOf[T];
    }
    for (const { before, after } of this.#changes.values()) {
      if (before === null && after?.type === type) yield after as RecordOf[T];
    }
  }

  *referrers(id: AnyId): Iterable<AnyId> {
    for (const referrer of this.#base.referrers(id)) {
      if (!this.#changes.has(referrer)) yield referrer;
    }
    for (const [referrer, { after }] of this.#changes) {
      if (after !== null && referencedIds(after).has(id)) yield referrer;
    }
  }

  *referring<T extends RecordType>(id: AnyId, type: T): Iterable<RecordOf[T]> {
    for (const record of this.#base.referring(id, type)) {
      if (!this.#changes.has(record.id)) yield record;
    }
    for (const { after } of this.#changes.values()) {
      // The type just looked at is what tells the records of a case apart.
      if (after?.type === type && referencedIds(after).has(id)) yield after as RecordOf[T];
    }
  }

  numbered<T extends NumberedType>(type: T, number: number): IdOf[T] | undefined {
    // Whoever had it before keeps it, so that a second one is noticed.
    for (const id of [this.#base.numbered(type, number), this.#numbers.get(`${type} ${number}`)]) {
      const record = id === undefined ? undefined : this.get(id);
      if (record?.type === type && numberOf(record) === number) return record.id as IdOf[T];
    }
    return undefined;
  }

  highestNumber(type: NumberedType): number {
    return Math.max(this.#highest.get(type) ?? 0, this.#base.highestNumber(type));
  }

  /** The short number for a new record of a type: one that was never given before. */
  nextNumber(type: NumberedType): number {
    return this.highestNumber(type) + 1;
  }

  /** Makes the draft what a diff says, to the letter: nothing else goes with what it removes. */
  apply(diff: Diff): void {
    for (const [id, { after }] of changesOf(diff)) this.#set(id, after);
  }

  /** Adds a record, or replaces the one with its id. */
  put(record: AnyRecord): void {
    this.#set(record.id, record);
  }

  /**
   * Removes records together with what cannot be without them, and takes their ids out of what can:
   * a removed document takes its highlights and claims along, a removed tag leaves the highlights it was on.
   */
  remove(ids: Iterable<AnyId>): void {
    const gone = new Set(ids);
    const affected = new Set<AnyId>();
    for (const id of gone) {
      for (const referrer of this.referrers(id)) affected.add(referrer);
      this.#set(id, null);
    }
    const orphaned = [...affected].filter((id) => !gone.has(id) && !this.#release(id, gone));
    if (orphaned.length > 0) this.remove(orphaned);
  }

  /** What the draft changes; records changed back to what they were are left out. */
  diff(): Diff {
    return diffOf(this.#changes);
  }

  // Takes the gone ids out of a record; false if it cannot be without them.
  #release(id: AnyId, gone: ReadonlySet<string>): boolean {
    let record: AnyRecord | undefined = this.get(id);
    if (record === undefined) return true;
    for (const reference of referencesOf(record)) {
      if (!reference.ids(record).some((target) => gone.has(target))) continue;
      const without: AnyRecord | null = reference.without(record, gone);
      if (without === null) return false;
      record = without;
    }
    this.put(record);
    return true;
  }

  #set(id: AnyId, after: AnyRecord | null): void {
    const before = this.#changes.get(id)?.before ?? this.#base.get(id) ?? null;
    if (after !== null && 'number' in after) {
      const { type, number } = after;
      this.#numbers.set(`${type} ${number}`, id);
      this.#highest.set(type, Math.max(this.#highest.get(type) ?? 0, number));
    }
    this.#changes.set(id, { before, after });
  }
}
