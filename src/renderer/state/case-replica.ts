import { create } from 'zustand';
import type { CallResult, CaseHeader, CaseSnapshot, MoreRecords } from '../../contract/calls.ts';
import type { Events } from '../../contract/events.ts';
import type { Health } from '../../contract/health.ts';
import type { PastMoment } from '../../contract/history.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';
import type { UndoState } from '../../domain/core/change.ts';
import { CaseState } from '../../domain/core/case-state.ts';
import type { Diff } from '../../domain/core/diff.ts';
import { type Read, readsTouchedBy } from '../../domain/core/reads.ts';
import { AwaitedChanges } from './awaited-changes.ts';

/** The open case as the window holds it: a read-only copy that follows the main process diff by diff. */
export interface Replica {
  readonly path: string;
  /** Whether it takes changes now. */
  readonly health: Health;
  /** The moment of its history that it is shown as of; null: as it is now. */
  readonly past: PastMoment | null;
  /** What opening it found wrong with its folder; null if all was well. */
  readonly report: RecoveryReport | null;
  /** The repairs its folder has seen, the latest first. */
  readonly repairs: readonly RecoveryReport[];
  readonly view: CaseState;
  /** The last change the copy has in it. */
  readonly seq: number;
  /** What that change was; null if the copy has not seen one happen. */
  readonly diff: Diff | null;
  /** The changes the copy has seen happen, as far as they are remembered, the latest last. */
  readonly seen: readonly SeenChange[];
  readonly undo: UndoState;
  /** How far the rest of a large case has come, of which only one document is here yet; null for a whole case. */
  readonly reading: Reading | null;
}

/** What a change touched that the copy has seen happen. */
interface SeenChange {
  /** The last change the copy had in it before. */
  readonly after: number;
  readonly touched: Touched;
}

type Touched = ReadonlySet<Read>;

interface Reading {
  /** How many of how many records have come. */
  readonly done: number;
  readonly total: number;
}

// More than are made from one look at a screen to the next; what was worked out before them is worked out anew.
const remembered = 100;

type Answer = CallResult<'command/run'>;

/** Holds the copy of the open case, and follows the case with it. */
export class CaseReplica {
  /** The copy; null while no case is open. */
  readonly store = create<{ readonly replica: Replica | null }>(() => ({ replica: null }));
  // The whole of a large case while it comes, beside the part of it that is on show, with what the rest is asked for by.
  #coming: { readonly rest: number; readonly whole: CaseState } | null = null;
  // What is on its way to the case on show, which ends with it; null while there is none.
  #changes: AwaitedChanges | null = null;

  /** Starts with a case that was just opened, or is shown as of another moment; null when it was closed. */
  replace(snapshot: CaseSnapshot | null): void {
    this.#changes?.end();
    this.#changes = null;
    this.#coming = null;
    if (snapshot === null) {
      this.store.setState({ replica: null });
      return;
    }
    const { seq, rest, records } = snapshot;
    this.#changes = new AwaitedChanges(seq, (change) => {
      this.#take(change);
    });
    // The part on show is a case of its own, so that nothing on show changes while the whole is put together.
    if (rest !== null) this.#coming = { rest, whole: new CaseState() };
    const reading = rest === null ? null : { done: 0, total: 0 };
    this.#show(snapshot, new CaseState(records), reading);
  }

  /** Goes on with a case that was opened once more, whose records are as they were: what is drawn of them stays. */
  replaceHeader(header: CaseHeader): void {
    this.#changes?.releaseAll();
    this.#change(header);
    this.#changes?.reach(header.seq);
  }

  /** Takes in more of the large case that is being read, and shows the whole once it is there. */
  takeIn({ records, done, total, complete }: MoreRecords): void {
    if (this.#coming === null) return;
    const { whole } = this.#coming;
    // Applying twice is the same as once, so a record that a change has brought already does no harm.
    whole.apply({ created: [...records], updated: [], removed: [] });
    if (complete === null) {
      this.#change({ reading: { done, total } });
    } else {
      this.#show(complete, whole, null);
      this.#coming = null;
      this.#changes?.reach(complete.seq);
    }
  }

  /** Whether the rest of a case, by what it is asked for by, is still being read. */
  isReading(rest: number): boolean {
    return this.#coming?.rest === rest;
  }

  /** Puts one change of the main process into the copy, once the command that made it is answered. */
  followChange(change: Events['case/changed']): void {
    this.#changes?.follow(change);
  }

  /** Takes note of whether the case takes changes now. */
  followHealth(health: Health): void {
    this.#change({ health });
  }

  /**
   * Waits for the answer to a command of this window, and for what it changed to be in the copy. Null if it was done but
   * does not show, because the case was closed meanwhile or is shown as of another moment.
   */
  async answerTo(command: Promise<Answer>): Promise<Answer | null> {
    const changes = this.#changes;
    const answer = await (changes?.answerTo(command) ?? command);
    if (!answer.ok) return answer;
    return (await changes?.until(answer.value.seq)) === true ? answer : null;
  }

  #show(header: CaseHeader, view: CaseState, reading: Reading | null): void {
    const { path, health, past, report, repairs, seq, undo } = header;
    const known = { path, health, past, report, repairs, seq, undo };
    this.store.setState({ replica: { ...known, view, diff: null, seen: [], reading } });
  }

  #change(changes: Partial<Replica>): void {
    this.store.setState(({ replica }) => ({ replica: replica && { ...replica, ...changes } }));
  }

  #take({ seq, diff, undo }: Events['case/changed']): void {
    const { replica } = this.store.getState();
    // A change that the copy has already: it was made while the snapshot was on its way.
    if (replica === null || seq <= replica.seq) return;
    // The state itself changes, as copying it would take longer than any change; who reads it is told by the new
    // `replica` around it.
    replica.view.apply(diff);
    this.#coming?.whole.apply(diff);
    const change = { after: replica.seq, touched: readsTouchedBy(diff) };
    const seen = [...replica.seen, change].slice(-remembered);
    this.store.setState({ replica: { ...replica, seq, diff, seen, undo } });
  }
}

/** Which state of which case something was worked out from. */
export type Look = Pick<Replica, 'view' | 'seq'>;

/** What of a case was touched since a look at it; null if that is not known: it was another case, or too long ago. */
export function touchedSince(look: Look, replica: Look & Pick<Replica, 'seen'>): Touched | null {
  if (look.view !== replica.view) return null;
  if (look.seq === replica.seq) return nothing;
  // Each change remembers which one was before it, so a gap, or one that is forgotten, is found as missing.
  const first = replica.seen.findIndex(({ after }) => after === look.seq);
  const [missed, ...others] = first < 0 ? [] : replica.seen.slice(first);
  if (missed === undefined || others.length === 0) return missed?.touched ?? null;
  return new Set([missed, ...others].flatMap(({ touched }) => [...touched]));
}

const nothing: Touched = new Set();
