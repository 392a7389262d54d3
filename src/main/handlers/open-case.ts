import type { CaseHeader, CaseSnapshot, MoreRecords, ReopenedCase } from '../../contract/calls.ts';
import type { ViewState } from '../../contract/view-state.ts';
import { type Sha256, recordTypes } from '../../domain/model/ids.ts';
import type { AnyRecord } from '../../domain/model/records.ts';
import type { CaseStore } from '../store/case-store.ts';

// Copied to the window in about ten milliseconds.
const recordsAtOnce = 1_000;

/** The id under which this machine remembers how a case's screens were left: the case keeps it wherever it is moved. */
export function caseKey(store: CaseStore): string {
  const [record] = store.view.all('case');
  return record?.id ?? store.path;
}

/** The name of an open case. */
export function caseName(store: CaseStore): string {
  const [record] = store.view.all('case');
  return record?.name ?? '';
}

/** An open case as the window needs it to start. */
export function snapshotOf(store: CaseStore, viewState: ViewState): CaseSnapshot {
  return { ...headerOf(store), records: [...store.view.records()], viewState, preview: null };
}

/** A case that was opened once more, for a window that shows it as of the change with the hash `known`. */
export function reopenedFrom(known: Sha256, store: CaseStore): ReopenedCase {
  const isKnown = store.head === known;
  return { ...headerOf(store), records: isKnown ? null : [...store.view.records()] };
}

/** What the window has to know of an open case besides its records. */
function headerOf(store: CaseStore): CaseHeader {
  const { path, health, past, seq, undoState, report, repairs } = store;
  return { path, health, past, seq, undo: undoState, report, repairs };
}

/** The records of a large case, some at a time: as many as do not hold up anything else while they are sent. */
export class RecordTransfer {
  readonly #store: CaseStore;
  // Goes on rightly while the case changes: the window is told of changes to what it has already.
  readonly #records: Iterator<AnyRecord>;
  #done = 0;

  constructor(store: CaseStore) {
    this.#store = store;
    this.#records = store.view.records()[Symbol.iterator]();
  }

  next(): MoreRecords {
    const records: AnyRecord[] = [];
    let isLast = false;
    while (records.length < recordsAtOnce && !isLast) {
      const next = this.#records.next();
      if (next.done === true) isLast = true;
      else records.push(next.value);
    }
    this.#done += records.length;
    const total = recordTypes.reduce((sum, type) => sum + this.#store.view.count(type), 0);
    const complete = isLast ? headerOf(this.#store) : null;
    return { records, done: this.#done, total, complete };
  }
}

/** A name as a file may have it: what file systems refuse becomes a space. */
export function fileNameOf(name: string): string {
  const clean = name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').trim();
  return clean.slice(0, 80) || 'Case';
}
