import type { CommandOutcome } from '../../../domain/core/change.ts';
import { type Diff, invertDiff } from '../../../domain/core/diff.ts';
import type { AcknowledgedChange, PlannedChange } from './change-queue.ts';
import { type KnownStep, redoLabel, undoLabel } from './undo-history.ts';

/** A change that the analyst can take back. */
export function changeOf(command: string, label: string, diff: Diff): PlannedChange {
  return {
    ...{ command, label, diff },
    history: (before, seq) => before.afterChange({ seq, label, diff }),
  };
}

/** What the window is told of a change that was made. */
export function outcomeOf({ seq, label, diff }: AcknowledgedChange): CommandOutcome {
  return { seq, label, created: diff.created.map(({ id }) => id) };
}

/** The change that takes a step back. */
export function undoOf({ seq, label, diff }: KnownStep): PlannedChange {
  return {
    ...{ command: 'history/undo', label: undoLabel.of(label), undoes: seq, diff: invertDiff(diff) },
    history: (before, line) => before.afterUndo(line),
  };
}

/** The change that makes a step again. */
export function redoOf({ seq, label, diff }: KnownStep): PlannedChange {
  return {
    ...{ command: 'history/redo', label: redoLabel.of(label), undoes: seq, diff },
    history: (before, line) => before.afterRedo(line),
  };
}
