import type { CaseView } from './case-state.ts';
import { type Diff, changesOf } from './diff.ts';
import {
  type AnyId,
  type IdOf,
  type NumberedType,
  type RecordFor,
  type RecordOf,
  type RecordType,
  referencedIds,
  typeOfId,
} from '../records/registry.ts';

/**
 * One look at a case, as a key: the record of an id (`source-…`), the ids of all that point to it (`>source-…`), the records
 * of a type that do (`claim>source-…`), or all records of a type (`claim`).
 */
export type Read = string;

/** What is asked about an id: its record (`is`), the ids of all that point to it (`any`), or the records of a type that do. */
type Question = 'is' | 'any' | RecordType;

function readOf(question: Question, id: AnyId): Read {
  if (question === 'is') return id;
  return question === 'any' ? `>${id}` : `${question}>${id}`;
}

// What a read asks, and about which id; null for one of all records of a type.
function partsOf(read: Read): { question: Question; id: AnyId } | null {
  if (!read.includes('-')) return null;
  const at = read.indexOf('>');
  const question = at < 0 ? 'is' : read.slice(0, at) || 'any';
  // As readOf has put them together.
  return { question: question as Question, id: read.slice(at + 1) as AnyId };
}

/** Takes note of what is read. */
interface Notes {
  about(question: Question, id: AnyId): void;
  all(type: RecordType): void;
}

/** The reads of a case that may come out otherwise after a diff than before it. Costs what the diff is. */
export function readsTouchedBy(diff: Diff): ReadonlySet<Read> {
  const touched = new Set<Read>();
  for (const [id, { before, after }] of changesOf(diff)) {
    const type = typeOfId(id);
    touched.add(id).add(type);
    for (const record of [before, after]) {
      if (record === null) continue;
      for (const target of referencedIds(record))
        touched.add(`>${target}`).add(`${type}>${target}`);
    }
  }
  return touched;
}

/** What one function has read of a case. */
export class Reads {
  readonly #reads = new Set<Read>();

  /** The case, every look at which is noted here. */
  of(view: CaseView): CaseView {
    return new NotingView(view, {
      about: (question, id) => {
        // Whoever has read every record of a type is touched by whatever changes any of them.
        const type = question === 'is' ? typeOfId(id) : question;
        if (!this.#reads.has(type)) this.#reads.add(readOf(question, id));
      },
      all: (type) => this.#reads.add(type),
    });
  }

  /** How many reads are noted, which is what noting them costs. */
  get size(): number {
    return this.#reads.size;
  }

  /** Tells whether a touched read is among these. Costs what the smaller of the two sets does. */
  isTouchedBy(touched: ReadonlySet<Read>): boolean {
    const [fewer, more] =
      touched.size < this.#reads.size ? [touched, this.#reads] : [this.#reads, touched];
    for (const read of fewer) if (more.has(read)) return true;
    return false;
  }
}

/**
 * What was read of a case while something was made of each record of a type. About a record itself, and about those it
 * points to, only the questions are noted, once for all records: the case knows whom they concern. Of what lies farther
 * off, it is noted who read it.
 */
export class ReadsByRecord<T extends RecordType> {
  readonly #case: CaseView;
  readonly #type: T;
  readonly #noting: CaseView;
  readonly #ofThemselves = new Set<Question>();
  // With the types of the targets that each question was about.
  readonly #ofTargets = new Map<Question, Set<RecordType>>();
  // A record that was read for anew may be in a list twice; it leaves when what was read changes.
  readonly #readers = new Map<Read, AnyId[]>();
  #reader: AnyId | null = null;
  #targets: ReadonlySet<AnyId> = new Set();

  /** Starts without a note about the records of a type. */
  constructor(view: CaseView, type: T) {
    this.#case = view;
    this.#type = type;
    this.#noting = new NotingView(view, {
      about: (question, id) => {
        this.#note(question, id);
      },
      all: (read) => {
        this.#noteReader(read);
      },
    });
  }

  /** The case, every look at which is noted as one for this record, until it is asked for another. */
  for(record: RecordOf[T]): CaseView {
    this.#reader = record.id;
    this.#targets = referencedIds(record);
    return this.#noting;
  }

  /** How many reads are noted with those who read them. */
  get size(): number {
    return this.#readers.size;
  }

  /**
   * The records for which something was read that is touched, once the case is as it is after the change; some may be
   * removed ones. What they read is to be read anew: that it was, is no longer noted.
   */
  takeReaders(touched: ReadonlySet<Read>): ReadonlySet<AnyId> {
    const readers = new Set<AnyId>();
    for (const read of touched) {
      for (const reader of this.#readers.get(read) ?? []) readers.add(reader);
      this.#readers.delete(read);
      const parts = partsOf(read);
      if (parts !== null) this.#addNear(parts.question, parts.id, readers);
    }
    return readers;
  }

  // A record that points elsewhere since is itself among what is touched, so those that point there now are enough.
  #addNear(question: Question, id: AnyId, readers: Set<AnyId>): void {
    const type = typeOfId(id);
    const isOwn = question === 'is' || this.#ofThemselves.has(question);
    if (isOwn && type === this.#type) readers.add(id);
    if (this.#ofTargets.get(question)?.has(type) !== true) return;
    for (const reader of this.#case.referring(id, this.#type)) readers.add(reader.id);
  }

  #note(question: Question, id: AnyId): void {
    if (id === this.#reader) this.#ofThemselves.add(question);
    else if (this.#targets.has(id)) this.#noteTarget(question, typeOfId(id));
    else this.#noteReader(readOf(question, id));
  }

  #noteTarget(question: Question, type: RecordType): void {
    const types = this.#ofTargets.get(question);
    if (types === undefined) this.#ofTargets.set(question, new Set([type]));
    else types.add(type);
  }

  #noteReader(read: Read): void {
    if (this.#reader === null) return;
    const readers = this.#readers.get(read);
    if (readers === undefined) this.#readers.set(read, [this.#reader]);
    else if (readers.at(-1) !== this.#reader) readers.push(this.#reader);
  }
}

class NotingView implements CaseView {
  readonly #view: CaseView;
  readonly #notes: Notes;

  constructor(view: CaseView, notes: Notes) {
    this.#view = view;
    this.#notes = notes;
  }

  get<I extends AnyId>(id: I): RecordFor<I> | undefined {
    this.#notes.about('is', id);
    return this.#view.get(id);
  }

  all<T extends RecordType>(type: T): Iterable<RecordOf[T]> {
    this.#notes.all(type);
    return this.#view.all(type);
  }

  referrers(id: AnyId): Iterable<AnyId> {
    this.#notes.about('any', id);
    return this.#view.referrers(id);
  }

  referring<T extends RecordType>(id: AnyId, type: T): Iterable<RecordOf[T]> {
    this.#notes.about(type, id);
    return this.#view.referring(id, type);
  }

  // Any record of the type may get a number, or lose it.
  numbered<T extends NumberedType>(type: T, number: number): IdOf[T] | undefined {
    this.#notes.all(type);
    return this.#view.numbered(type, number);
  }

  highestNumber(type: NumberedType): number {
    this.#notes.all(type);
    return this.#view.highestNumber(type);
  }
}
