import type { UndoState } from '../../../domain/core/change.ts';
import { givesReasonFor } from '../../../domain/records/rating/commands.ts';
import { type Diff, composeDiffs } from '../../../domain/core/diff.ts';

/** How the journal calls an undo and a redo, after the change they are of. */
export const undoLabel = labelWith('Undo: ');
export const redoLabel = labelWith('Redo: ');

/** A change that can be taken back, or made again. */
export interface UndoStep {
  /** The journal line that the undo or redo takes back; the first of those that make one step. */
  readonly seq: number;
  readonly label: string;
  /** What it did when it was first made; null for a large one of an earlier session, which its line still says. */
  readonly diff: Diff | null;
}

/** A step with what it did at hand. */
export type KnownStep = UndoStep & { readonly diff: Diff };

/** Two steps, the later right after the earlier one, as the one that they are to the analyst; null if they are two. */
export function joinedSteps(earlier: UndoStep, later: UndoStep): UndoStep | null {
  if (earlier.diff === null || later.diff === null) return null;
  if (!givesReasonFor(earlier.diff, later.diff)) return null;
  return { ...earlier, diff: composeDiffs(earlier.diff, later.diff) };
}

interface Stack {
  readonly step: UndoStep;
  readonly below: Stack | null;
}

/** The changes of an analyst in order, and where in them they stand. Never altered: each move gives a new one. */
export class UndoHistory {
  /** A case in which nothing was changed. */
  static readonly empty: UndoHistory = new UndoHistory(null, null);

  readonly #done: Stack | null;
  readonly #undone: Stack | null;

  private constructor(done: Stack | null, undone: Stack | null) {
    this.#done = done;
    this.#undone = undone;
  }

  /** The history with the given steps to undo and to redo, each list with the next one first. */
  static of(done: readonly UndoStep[], undone: readonly UndoStep[]): UndoHistory {
    return new UndoHistory(stackOf(done), stackOf(undone));
  }

  /** The step an undo takes back. */
  get nextUndo(): UndoStep | null {
    return this.#done?.step ?? null;
  }

  /** The step a redo makes again. */
  get nextRedo(): UndoStep | null {
    return this.#undone?.step ?? null;
  }

  /** What the menu says. */
  get state(): UndoState {
    return { undo: this.nextUndo?.label ?? null, redo: this.nextRedo?.label ?? null };
  }

  /** The history after a new change, which makes what was undone unreachable. */
  afterChange(step: UndoStep): UndoHistory {
    const last = this.#done;
    const joined = last && joinedSteps(last.step, step);
    return last === null || joined === null
      ? new UndoHistory({ step, below: last }, null)
      : new UndoHistory({ step: joined, below: last.below }, null);
  }

  /** The history after the undo that journal line `seq` records. */
  afterUndo(seq: number): UndoHistory {
    if (this.#done === null) return this;
    const { step, below } = this.#done;
    return new UndoHistory(below, { step: { ...step, seq }, below: this.#undone });
  }

  /** The history after the redo that journal line `seq` records. */
  afterRedo(seq: number): UndoHistory {
    if (this.#undone === null) return this;
    const { step, below } = this.#undone;
    return new UndoHistory({ step: { ...step, seq }, below: this.#done }, below);
  }
}

function stackOf(steps: readonly UndoStep[]): Stack | null {
  return steps.reduceRight<Stack | null>((below, step) => ({ step, below }), null);
}

function labelWith(prefix: string) {
  return {
    of: (label: string) => `${prefix}${label}`,
    without: (label: string) => (label.startsWith(prefix) ? label.slice(prefix.length) : label),
  };
}
