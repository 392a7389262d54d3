import type { CaseHeader, CaseSnapshot, MoreRecords } from '../../contract/calls.ts';
import { type ViewState, lastReadKey } from '../../contract/view-state.ts';
import type { AnyRecord } from '../../domain/records/registry.ts';
import type { CaseStore } from '../store/case-store.ts';
import { homelessRecords, recordsOfDocument } from '../../domain/records/residence.ts';
import { type DocumentId, isDocumentId } from '../../domain/records/document/record.ts';

// Copied to the window in about ten milliseconds. Electron clones a message on the main thread, which answers nothing
// else meanwhile.
const recordsAtOnce = 1_000;

// A smaller case is on show as a whole before anybody notices.
const worthParts = 5_000;

/**
 * The way of a case to the window, however it comes to be shown: a small one at once; of a large one a document first, and
 * then the rest, some records at a time: as many as do not hold up anything else while they are sent.
 */
export class CaseDelivery {
  // The number of the delivery that was begun last. A window that still asks by an older one is answered that something
  // else is on show.
  #last = 0;
  #rest: { readonly number: number; transfer: RecordTransfer | null } | null = null;

  /** What the window still has to ask for; null once all of it was sent. */
  get rest(): number | null {
    return this.#rest?.number ?? null;
  }

  /** Begins with what the window needs to show a case; a document of a large one is the one that was read last. */
  begin(store: CaseStore, viewState: ViewState): CaseSnapshot {
    const { view } = store;
    const header = { ...headerOf(store), viewState };
    if (view.size < worthParts) {
      this.#rest = null;
      return { ...header, records: [...view.records()], preview: null, rest: null };
    }
    const lastRead = lastReadOf(viewState);
    // The document may have been removed since it was read, or the case may have none.
    const [first] = view.all('document');
    const document = (lastRead === null ? undefined : view.get(lastRead)) ?? first;
    const preview = document?.id ?? null;
    const ofDocument = preview === null ? [] : recordsOfDocument(view, preview);
    const records = [...homelessRecords(view), ...ofDocument];
    return { ...header, records, preview, rest: this.announce() };
  }

  /** Begins with a case of which something was sent before all of it is in memory; answers what the rest is asked for by. */
  announce(): number {
    this.#last += 1;
    this.#rest = { number: this.#last, transfer: null };
    return this.#last;
  }

  /** The next records of the case that was begun with, now that it is in memory. */
  next(store: CaseStore): MoreRecords {
    const transfer = this.#rest?.transfer ?? new RecordTransfer(store);
    const more = transfer.next();
    // The header goes with the last records, because the case may have changed while the others were on their way.
    if (more.complete !== null) this.#rest = null;
    else if (this.#rest !== null) this.#rest.transfer = transfer;
    return more;
  }

  /** Gives up what is on its way. */
  end(): void {
    this.#rest = null;
  }
}

/** The document that was read last, as far as the window remembers one with the other places of its screens. */
export function lastReadOf(viewState: ViewState): DocumentId | null {
  const document = viewState[lastReadKey];
  return isDocumentId(document) ? document : null;
}

/** What the window has to know of an open case besides its records. */
export function headerOf(store: CaseStore): CaseHeader {
  const { path, health, past, seq, undoState, report, repairs } = store;
  return { path, health, past, seq, undo: undoState, report, repairs };
}

class RecordTransfer {
  readonly #store: CaseStore;
  // Goes on rightly while the case changes: the window is told of changes to what it has already.
  readonly #records: Iterator<AnyRecord>;
  #done = 0;

  constructor(store: CaseStore) {
    this.#store = store;
    // An iterator over a Map also gives what is put into it behind the place that was reached.
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
    const complete = isLast ? headerOf(this.#store) : null;
    return { records, done: this.#done, total: this.#store.view.size, complete };
  }
}
