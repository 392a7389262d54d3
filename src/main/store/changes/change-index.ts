import type { HistoryQuery } from '../../../contract/history.ts';
import { changesOf } from '../../../domain/core/diff.ts';
import { ownersOf } from '../../../domain/history/ownership.ts';
import type { NameOfRecord } from '../../../domain/history/describe-change.ts';
import { recordName } from '../../../domain/history/record-name.ts';
import type { AnyId, RecordType } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { lineAt, linesBackwards } from '../journal/journal-backwards.ts';
import {
  type JournalLine,
  type JournalMark,
  isBeginning,
  readLine,
} from '../journal/journal-line.ts';
import { Slices } from '../disk/slices.ts';

/** What is kept in memory of one change: enough to find it, and where its line stands. */
export interface IndexedChange extends Pick<
  JournalLine,
  'seq' | 'at' | 'by' | 'command' | 'label'
> {
  readonly undoes: number | null;
  readonly types: ReadonlySet<RecordType>;
  /** The records it touched, and those they belonged to. */
  readonly ids: ReadonlySet<AnyId>;
  /** Bytes of the journal before its line, and of the line without its newline. */
  readonly start: number;
  readonly length: number;
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
 * What the changes of a journal are about, and where they stand. Grows from the end of the journal backwards as far as it
 * was asked for, and forwards as changes are made; a line is read once for it. Throws where the journal cannot be read.
 */
export class ChangeIndex {
  readonly #folder: CaseFolder;
  readonly #mark: () => JournalMark;
  // Newest first: those before the index was begun. Oldest first: those after.
  readonly #older: IndexedChange[] = [];
  readonly #newer: IndexedChange[] = [];
  readonly #begun: JournalMark;
  readonly #names = new Map<AnyId, FormerName[]>();
  #end: JournalMark;
  #unreadable: number | null = null;
  #growing: Promise<unknown> = Promise.resolve();

  constructor(folder: CaseFolder, mark: () => JournalMark) {
    this.#folder = folder;
    this.#mark = mark;
    this.#begun = mark();
    this.#end = this.#begun;
  }

  /** The change that the journal no longer tells, nor any before it, as far as was looked; null if nothing is in the way. */
  get unreadable(): number | null {
    return this.#unreadable;
  }

  /** The changes before one (null: all of them) that fit a query, at most `limit`. */
  async find(query: HistoryQuery, before: number | null, limit: number): Promise<Found> {
    await this.#catchUp();
    const slices = new Slices();
    const changes: IndexedChange[] = [];
    const stop = this.#oldest - linesAtOnce;
    let seq = (before ?? this.#end.seq + 1) - 1;
    while (seq > 0 && changes.length < limit && seq > stop) {
      const change = await this.#get(seq);
      if (change === undefined) return { changes, before: null };
      if (query.from !== null && change.at < query.from) return { changes, before: null };
      if (fits(change, query)) changes.push(change);
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
    let first = this.#end.seq;
    for (let seq = first; seq > 0; seq -= 1) {
      const change = await this.#get(seq);
      if (change === undefined) return this.#unreadable === null ? first : null;
      if (change.at <= moment) return seq;
      first = seq;
      await slices.pause();
    }
    return first;
  }

  /** The journal's line of a change, checked by its hash; null if there is none or it is damaged. */
  async line(seq: number): Promise<JournalLine | null> {
    await this.#catchUp();
    const place = await this.#get(seq);
    const bytes = place === undefined ? null : await lineAt(this.#folder, place);
    const line = bytes === null ? null : readLine(bytes);
    return line?.seq === seq ? line : null;
  }

  /** How far the journal reaches at the end of a line that the index gave. */
  async markAfter({ seq, hash, at }: JournalLine): Promise<JournalMark> {
    const place = await this.#get(seq);
    return { seq, hash, at, bytes: place === undefined ? 0 : place.start + place.length + 1 };
  }

  /** The changes after one that touched any of the given records, oldest first. */
  async later(seq: number, ids: ReadonlySet<AnyId>): Promise<IndexedChange[]> {
    await this.#catchUp();
    const found: IndexedChange[] = [];
    for (let next = seq + 1; next <= this.#end.seq; next += 1) {
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

  get #oldest(): number {
    return this.#older.at(-1)?.seq ?? this.#begun.seq + 1;
  }

  async #get(seq: number): Promise<IndexedChange | undefined> {
    if (seq > this.#begun.seq) return this.#newer[seq - this.#begun.seq - 1];
    if (seq < this.#oldest) await this.#inTurn(() => this.#growBackTo(seq));
    return this.#older[this.#begun.seq - seq];
  }

  async #growBackTo(seq: number): Promise<void> {
    if (seq < 1 || seq >= this.#oldest) return;
    const slices = new Slices();
    // A little more than is asked for: to open the file for each line would take longer than to read it.
    const last = Math.max(1, seq - 200);
    const end = this.#older.at(-1)?.start ?? this.#begun.bytes;
    let expected = this.#oldest - 1;
    for await (const { bytes, start } of linesBackwards(this.#folder, end)) {
      const line = readLine(bytes);
      if (line?.seq !== expected) break;
      this.#older.push(this.#indexed(line, start, bytes.length));
      if (expected === last) return;
      expected -= 1;
      await slices.pause();
    }
    // A journal that was begun after damage has no line before that.
    const oldest = this.#older.at(-1);
    this.#unreadable = oldest !== undefined && isBeginning(oldest.command) ? null : expected;
  }

  #catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      const mark = this.#mark();
      const lines: IndexedChange[] = [];
      if (mark.seq === this.#end.seq) return;
      for await (const { bytes, start } of linesBackwards(this.#folder, mark.bytes)) {
        if (start < this.#end.bytes) break;
        const line = readLine(bytes);
        if (line === null) break;
        lines.push(this.#indexed(line, start, bytes.length));
        if (start === this.#end.bytes) break;
      }
      this.#newer.push(...lines.reverse());
      this.#end = mark;
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#growing.then(work);
    this.#growing = done.catch(() => undefined);
    return done;
  }

  #indexed(line: JournalLine, start: number, length: number): IndexedChange {
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
    }
    return { seq, at, by, command, label, undoes, types, ids, start, length };
  }

  #rememberName(seq: number, before: AnyRecord, after: AnyRecord | null): void {
    const name = recordName(before);
    if (after !== null && recordName(after) === name) return;
    const former = this.#names.get(before.id);
    if (former === undefined) this.#names.set(before.id, [{ seq, name }]);
    else former.push({ seq, name });
  }
}

function fits(change: IndexedChange, query: HistoryQuery): boolean {
  const { records, by, until, type, text } = query;
  return (
    (by === null || change.by === by) &&
    (until === null || change.at < until) &&
    (type === null || change.types.has(type)) &&
    (records.length === 0 || touches(change, records)) &&
    (text === '' || change.label.toLowerCase().includes(text.toLowerCase()))
  );
}

function touches({ ids }: IndexedChange, records: Iterable<AnyId>): boolean {
  for (const id of records) if (ids.has(id)) return true;
  return false;
}
