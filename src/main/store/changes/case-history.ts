import type { HistoryEntry, HistoryPage, HistoryQuery } from '../../../contract/history.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import { type Diff, changesOf, invertDiff, sizeOf } from '../../../domain/core/diff.ts';
import { Draft } from '../../../domain/core/draft.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { describeChange } from '../../../domain/history/describe-change.ts';
import { missingFor, obstaclesTo } from '../../../domain/history/obstacles.ts';
import { numberedName, recordName } from '../../../domain/history/record-name.ts';
import { sameData } from '../../../domain/core/same-data.ts';
import type { AnyId, AnyRecord } from '../../../domain/records/registry.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { ChangeIndex } from './change-index.ts';
import { attempt } from '../disk/file-errors.ts';
import type { MarkedLine, ReadableJournal } from '../journal/journal-backend.ts';
import {
  type JournalLine,
  type JournalMark,
  type Moment,
  isBeginning,
  journalStart,
  readPastLine,
} from '../journal/journal-line.ts';
import type { CaseMoment } from '../memory/case-moment.ts';
import { caseOf } from '../memory/whole-case.ts';
import { stepOf } from './past-steps.ts';
import { Slices } from '../disk/slices.ts';
import type { KnownStep, UndoStep } from './undo-history.ts';

/** A change that puts something back. */
export interface Restoration {
  readonly label: string;
  readonly diff: Diff;
}

// The records of a case at some moment, without what a `CaseState` keeps beside them, which would be kept up to date
// for nothing.
type Records = Map<AnyId, AnyRecord>;

// Records that an entry of the history names at most; the entry then says how many more there are. A page has many
// entries, so each names few. One change that is asked for by itself names more, and still not all of a large import.
const recordsInList = 6;
const recordsInDetail = 1_000;
// Changes that a refusal names, the latest ones: the message is a sentence, and says how many more there are.
const laterNamed = 3;

/** The past of a case, read from its journal as far as it is asked for. */
export class CaseHistory {
  readonly #journal: ReadableJournal;
  readonly #present: () => CaseMoment;
  #begun: ChangeIndex | null = null;

  /** `present` gives the case as it is, which the journal may be ahead of by what is being written. */
  constructor(journal: ReadableJournal, present: () => CaseMoment) {
    this.#journal = journal;
    this.#present = present;
  }

  // Begun when something is first asked for: until then there is nothing to keep up with.
  get #index(): ChangeIndex {
    this.#begun ??= new ChangeIndex(this.#journal, () => this.#present().mark.seq);
    return this.#begun;
  }

  /** The changes before one (null: from the last one on) that fit a query, newest first. */
  page(
    query: HistoryQuery,
    before: number | null,
    limit: number,
  ): Promise<Result<HistoryPage, AppError>> {
    return this.#attempt(async () => {
      const found = await this.#index.find(query, before, limit, this.#present().state);
      const entries: HistoryEntry[] = [];
      for (const { seq } of found.changes) {
        const found = await this.#index.line(seq);
        // Null where the line cannot be read any more since it was indexed; the page does without it.
        if (found !== null) entries.push(this.#entry(found.line, recordsInList));
      }
      const { seq, hash } = this.#present().mark;
      const { unreadable } = this.#index;
      return ok({ entries, before: found.before, unreadable, seq, head: hash });
    });
  }

  /** One change with all that it touched. */
  entry(seq: number): Promise<Result<HistoryEntry, AppError>> {
    return this.#withLine(seq, ({ line }) =>
      Promise.resolve(ok(this.#entry(line, recordsInDetail))),
    );
  }

  /** The number of the last change made at or before a moment (ISO 8601, UTC), at least that of the first one. */
  lastAt(moment: string): Promise<Result<number, AppError>> {
    return this.#attempt(async () => {
      const seq = await this.#index.lastAt(moment);
      return seq === null
        ? err(appError('history/unreadable', { seq: this.#index.unreadable ?? 1 }))
        : ok(seq);
    });
  }

  /** What takes back one old change, if nothing later builds on it; `view` is the case before. */
  reversal(view: CaseView, seq: number): Promise<Result<Restoration, AppError>> {
    return this.#withLine(seq, async ({ line: { label, diff, command } }) => {
      const inverse = invertDiff(diff);
      if (!isReversible(command)) return err(appError('history/built-on', { label, later: [] }));
      const refusal = await this.refusal(view, { seq, label, diff: inverse });
      return refusal === null ? ok({ label: `Take back: ${label}`, diff: inverse }) : err(refusal);
    });
  }

  /** The step of an undo or redo with what it did, read from its line where it is not at hand. */
  async known({ diff, ...step }: UndoStep): Promise<Result<KnownStep, AppError>> {
    if (diff !== null) return ok({ ...step, diff });
    return this.#withLine(step.seq, ({ line }) =>
      Promise.resolve(ok({ ...stepOf(line), ...step })),
    );
  }

  /** Why a change can no longer be taken back or made again by a diff, naming what came later; null if it can. */
  async refusal(
    view: CaseView,
    { seq, label, diff }: { seq: number; label: string; diff: Diff },
  ): Promise<AppError | null> {
    const obstacles = obstaclesTo(view, diff);
    if (obstacles.size === 0) return null;
    // Names are an addition: if the journal cannot be read, the refusal stands without them.
    const named = await this.#attempt(async () => {
      const later = await this.#index.later(seq, obstacles);
      const names = later.slice(-laterNamed).map((change) => {
        const by = view.get(change.by)?.name ?? 'somebody';
        return `“${change.label}” (change ${change.seq}, ${by})`;
      });
      const more = later.length - names.length;
      return ok(more === 0 ? names : [...names, `${more} more`]);
    });
    return appError('history/built-on', { label, later: named.ok ? named.value : [] });
  }

  /** What makes a record what it was after a change, together with whatever it points to and is gone since. */
  restoration(view: CaseView, id: AnyId, seq: number): Promise<Result<Restoration, AppError>> {
    return this.#attempt(async () => {
      const wanted = await this.#recordAfter(view, id, seq);
      const present: AnyRecord | undefined = view.get(id);
      if (wanted === null) {
        const name = present === undefined ? 'This' : recordName(present);
        return err(appError('history/not-there', { name, seq }));
      }
      const label = `Bring back “${recordName(wanted)}” as of change ${seq}`;
      const draft = new Draft(view);
      // An unchanged record is not put, so that the diff is empty where nothing has to be brought back.
      if (!sameData(present, wanted)) draft.put(wanted);
      for (const missing of missingFor(draft, wanted)) await this.#fetch(draft, missing, seq);
      return ok({ label, diff: draft.diff() });
    });
  }

  /** The changes after a moment, oldest first; fails where the moment is none of this journal's, or they cannot be read. */
  since({ seq, hash }: Moment): Promise<Result<JournalLine[], AppError>> {
    return this.#withLine(seq, async ({ mark }) => {
      // A fork of the case has other changes of the same numbers.
      if (mark.hash !== hash) return err(appError('history/missing-change', { seq }));
      const lines: JournalLine[] = [];
      const visit = (line: JournalLine): void => void lines.push(line);
      const read = await this.#journal.read(mark, visit, this.#present().mark);
      return read.ok ? ok(lines) : read;
    });
  }

  /** The case as it was after a change. */
  stateAfter(seq: number): Promise<Result<CaseMoment, AppError>> {
    return this.#withLine(seq, async ({ mark }) => {
      // Whichever way is shorter: back from the present, or on from the first change.
      const isNear = this.#present().mark.seq - seq < seq;
      const records = isNear ? await this.#wentBack(seq) : await this.#replayed(mark);
      return records.ok ? ok({ state: await caseOf(records.value.values()), mark }) : records;
    });
  }

  async #wentBack(seq: number): Promise<Result<Records, AppError>> {
    const past: Records = new Map();
    const slices = new Slices();
    for (const record of this.#present().state.records()) {
      past.set(record.id, record);
      if (slices.used()) await slices.pause();
    }
    // What was changed while the records were copied is gone back over like all that came before it.
    const { mark } = this.#present();
    let last = mark.seq;
    if (last === seq) return ok(past);
    for await (const written of this.#journal.before(last + 1)) {
      const line = readPastLine(written);
      if (line === null) break;
      change(past, invertDiff(line.diff));
      last -= 1;
      if (last === seq) return ok(past);
      await slices.pause();
    }
    return this.#damaged(last);
  }

  async #replayed(mark: JournalMark): Promise<Result<Records, AppError>> {
    const past: Records = new Map();
    const visit = ({ diff }: JournalLine): void => {
      change(past, diff);
    };
    const read = await this.#journal.read(journalStart, visit, mark);
    return read.ok ? ok(past) : read;
  }

  // A record, and what it points to, as they were after a change, where the draft lacks them.
  async #fetch(draft: Draft, id: AnyId, seq: number): Promise<void> {
    if (draft.get(id) !== undefined) return;
    const record = await this.#recordAfter(draft, id, seq);
    if (record === null) return;
    draft.put(record);
    for (const missing of missingFor(draft, record)) await this.#fetch(draft, missing, seq);
  }

  // A record as it was after a change: the first later change that touched it says what it was before. Where none did,
  // it still is what it was.
  async #recordAfter(view: CaseView, id: AnyId, seq: number): Promise<AnyRecord | null> {
    for (const change of await this.#index.later(seq, new Set([id]))) {
      const marked = await this.#index.line(change.seq);
      const found = marked && changesOf(marked.line.diff).find(([changed]) => changed === id);
      if (found) return found[1].before;
    }
    return view.get(id) ?? null;
  }

  #entry(line: JournalLine, most: number): HistoryEntry {
    const { seq, at, by, command, label, diff, undoes = null } = line;
    const { state } = this.#present();
    const nameOf = this.#index.namesAfter(seq, (id) => {
      const record: AnyRecord | undefined = state.get(id);
      return record === undefined ? 'something that is gone' : numberedName(record);
    });
    const records = describeChange(diff, nameOf, most);
    const more = sizeOf(diff) - records.length;
    const facts = { command, label, undoes, isReversible: isReversible(command) };
    return { seq, at, by: nameOf(by), ...facts, records, more };
  }

  #withLine<T>(
    seq: number,
    work: (found: MarkedLine) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    return this.#attempt(async () => {
      const found = await this.#index.line(seq);
      if (found !== null) return work(found);
      return seq >= 1 && seq <= this.#present().mark.seq
        ? this.#damaged(seq)
        : err(appError('history/missing-change', { seq }));
    });
  }

  async #attempt<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    const done = await attempt(this.#journal.path, work);
    return done.ok ? done.value : done;
  }

  #damaged(seq: number): Result<never, AppError> {
    const { path } = this.#journal;
    return err(appError('store/damaged', { path, place: `journal (change ${seq})` }));
  }
}

// A change that made the case, or brought an analyst into it, stays: everything after it stands on it.
function isReversible(command: string): boolean {
  return !isBeginning(command) && command !== 'analyst/put';
}

function change(records: Records, diff: Diff): void {
  for (const [id, { after }] of changesOf(diff)) {
    if (after === null) records.delete(id);
    else records.set(id, after);
  }
}
