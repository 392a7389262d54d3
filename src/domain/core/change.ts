import type { Diff } from './diff.ts';
import type { AnyId } from '../records/registry.ts';

/** What can be undone and redone now, by the names the menu shows; null where there is nothing. */
export interface UndoState {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A change that has become part of the case; `seq` is one more than that of the change before. */
export interface CaseChange {
  readonly seq: number;
  readonly label: string;
  readonly diff: Diff;
  /** What can be undone and redone after it. */
  readonly undo: UndoState;
}

/** What a command did: the number of its change (null if nothing changed) and the records it made. */
export interface CommandOutcome {
  readonly seq: number | null;
  readonly label: string;
  readonly created: readonly AnyId[];
}
