import type { HistoryQuery } from '../../../contract/history.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import { changesOf } from '../../../domain/core/diff.ts';
import { ownersOf } from '../../../domain/history/ownership.ts';
import type { NameOfRecord } from '../../../domain/history/describe-change.ts';
import { numberName, numberedName } from '../../../domain/history/record-name.ts';
import type { AnyId, AnyRecord, RecordType } from '../../../domain/records/registry.ts';
import { numbersMeant } from '../../../domain/records/typed-number.ts';
import { Slices } from '../disk/slices.ts';
import type { MarkedLine, ReadableJournal } from '../journal/journal-backend.ts';
import { type JournalLine, isBeginning, readPastLine } from '../journal/journal-line.ts';

/** What is kept in memory of one change: enough to find it. */
export interface IndexedChange extends Pick<
  JournalLine,
  'seq' | 'at' | 'by' | 'command' | 'label'
> {
  readonly undoes: number | null;
  readonly types: ReadonlySet<RecordType>;
  /** The records it touched, and those they belonged to. */
  readonly ids: ReadonlySet<AnyId>;
}

/** What a search found, newest first, and the change before which it is to go on; null if it has seen all. */
export interface Found {
  readonly changes: readonly IndexedChange[];
  readonly before: number | null;
}

// What a record was called up to (and including) the change before `seq`.
interface FormerName {
  readonly seq: number;
  readonly name: string;
}

// A search answers after as many lines new to it, so that it shows what it has and can be given up.
const linesAtOnce = 2_000;

/**
 * What the changes of a journal are about. Grows from the end of the journal backwards as far as it
 * was asked for, and forwards as changes are made; a line is read once for it. Throws where the journal cannot be read.
 */
export class ChangeIndex {
  readonly #journal: ReadableJournal;
  readonly #last: () => number;
  readonly #changes = new Map<number, IndexedChange>();
  readonly #names = new Map<AnyId, FormerName[]>();
  // Which record a number was given to, of those that were removed. Read backwards, its removal is the first of its changes.
  readonly #numbered = new Map<string, AnyId>();
  // How far it reaches: from the oldest change in it to its end.
  #oldest: number;
  #end: number;
  #unreadable: number | null = null;
  #growing: Promise<unknown> = Promise.resolve();

  /** `last` gives the number of the last change that is in the case, which the journal may be ahead of. */
  constructor(journal: ReadableJournal, last: () => number) {
    this.#journal = journal;
    this.#last = last;
    this.#end = last();
    this.#oldest = this.#end + 1;
  }

  /** The change that the journal no longer tells, nor any before it, as far as was looked; null if nothing is in the way. */
  get unreadable(): number | null {
    return this.#unreadable;
  }

  /** The changes before one (null: all of them) that fit a query, at most `limit`; `present` is the case as it is. */
  async find(
    query: HistoryQuery,
    before: number | null,
    limit: number,
    present: CaseView,
  ): Promise<Found> {
    await this.#catchUp();
    const meant = numbersMeant(query.text);
    const slices = new Slices();
    const changes: IndexedChange[] = [];
    const stop = this.#oldest - linesAtOnce;
    let seq = (before ?? this.#end + 1) - 1;
    while (seq > 0 && changes.length < limit && seq > stop) {
      const change = await this.#get(seq);
      if (change === undefined) return { changes, before: null };
      if (query.from !== null && change.at < query.from) return { changes, before: null };
      const called = meant.flatMap(
        ({ type, number, name }) =>
          present.numbered(type, number) ?? this.#numbered.get(name) ?? [],
      );
      if (fits(change, query, called)) changes.push(change);
      seq -= 1;
      await slices.pause();
    }
    return { changes, before: seq > 0 ? seq + 1 : null };
  }

  /**
   * The number of the last change made at or before a moment (ISO 8601, UTC), but at least that of the first one; null where
   * the journal cannot be read as far back.
   */
  async lastAt(moment: string): Promise<number | null> {
    await this.#catchUp();
    const slices = new Slices();
    let first = this.#end;
    for (let seq = first; seq > 0; seq -= 1) {
      const change = await this.#get(seq);
      if (change === undefined) return this.#unreadable === null ? first : null;
      if (change.at <= moment) return seq;
      first = seq;
      await slices.pause();
    }
    return first;
  }

  /** The line of a change; null where the journal does not tell it, or is damaged between its end and there. */
  async line(seq: number): Promise<MarkedLine | null> {
    await this.#catchUp();
    return (await this.#get(seq)) === undefined ? null : this.#journal.line(seq);
  }

  /** The changes after one that touched any of the given records, oldest first. */
  async later(seq: number, ids: ReadonlySet<AnyId>): Promise<IndexedChange[]> {
    await this.#catchUp();
    const found: IndexedChange[] = [];
    for (let next = seq + 1; next <= this.#end; next += 1) {
      const change = await this.#get(next);
      if (change !== undefined && touches(change, ids)) found.push(change);
    }
    return found;
  }

  /** What records are called right after a change that the index has reached; `now` names those that kept their name since. */
  namesAfter(seq: number, now: NameOfRecord): NameOfRecord {
    return (id) => {
      let former: FormerName | null = null;
      for (const name of this.#names.get(id) ?? [])
        if (name.seq > seq && (former === null || name.seq < former.seq)) former = name;
      return former?.name ?? now(id);
    };
  }

  async #get(seq: number): Promise<IndexedChange | undefined> {
    if (seq < this.#oldest) await this.#inTurn(() => this.#growBackTo(seq));
    return this.#changes.get(seq);
  }

  async #growBackTo(seq: number): Promise<void> {
    if (seq < 1 || seq >= this.#oldest) return;
    // A little more than is asked for: to look for each line by itself would take longer than to read it.
    const missing = await this.#takeIn(this.#oldest, Math.max(1, seq - 200));
    // A journal that was begun anew after damage has no line before its first: nothing is unreadable there.
    const oldest = this.#changes.get(this.#oldest);
    if (oldest === undefined || !isBeginning(oldest.command)) this.#unreadable ??= missing;
  }

  #catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      const last = this.#last();
      if (last > this.#end) this.#unreadable ??= await this.#takeIn(last + 1, this.#end + 1);
      this.#end = last;
    });
  }

  // Takes in the lines before one, back to another; answers the first that is not what was written, null if all are.
  async #takeIn(before: number, first: number): Promise<number | null> {
    const slices = new Slices();
    let expected = before - 1;
    for await (const past of this.#journal.before(before)) {
      const line = readPastLine(past);
      if (line === null) break;
      this.#changes.set(line.seq, this.#indexed(line));
      this.#oldest = Math.min(this.#oldest, line.seq);
      if (line.seq === first) return null;
      expected = line.seq - 1;
      await slices.pause();
    }
    return expected;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#growing.then(work);
    this.#growing = done.catch(() => undefined);
    return done;
  }

  #indexed(line: JournalLine): IndexedChange {
    const { seq, at, by, command, label, undoes = null } = line;
    const types = new Set<RecordType>();
    const ids = new Set<AnyId>();
    for (const [id, { before, after }] of changesOf(line.diff)) {
      ids.add(id);
      for (const record of [before, after]) {
        if (record === null) continue;
        types.add(record.type);
        for (const owner of ownersOf(record)) ids.add(owner);
      }
      if (before !== null) this.#rememberName(seq, before, after);
      const number = before === null || after !== null ? null : numberName(before);
      if (number !== null) this.#numbered.set(number, id);
    }
    return { seq, at, by, command, label, undoes, types, ids };
  }

  #rememberName(seq: number, before: AnyRecord, after: AnyRecord | null): void {
    const name = numberedName(before);
    if (after !== null && numberedName(after) === name) return;
    const former = this.#names.get(before.id);
    if (former === undefined) this.#names.set(before.id, [{ seq, name }]);
    else former.push({ seq, name });
  }
}

// `called` are the records whose number the text of the query is.
function fits(change: IndexedChange, query: HistoryQuery, called: readonly AnyId[]): boolean {
  const { records, by, until, type, text } = query;
  return (
    (by === null || change.by === by) &&
    (until === null || change.at < until) &&
    (type === null || change.types.has(type)) &&
    (records.length === 0 || touches(change, records)) &&
    (change.label.toLowerCase().includes(text.toLowerCase()) || touches(change, called))
  );
}

function touches({ ids }: IndexedChange, records: Iterable<AnyId>): boolean {
  for (const id of records) if (ids.has(id)) return true;
  return false;
}
