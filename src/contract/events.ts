import type { Diff } from '../domain/core/diff.ts';
import type { CopyProgress } from './copies.ts';
import type { Health } from './health.ts';
import type { ImportProgress } from './imports.ts';
import type { VerifyProgress } from './verification.ts';

/** What can be undone and redone now, by the names the menu shows; null where there is nothing. */
export interface UndoState {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What the main process tells the window without being asked. */
export interface Events {
  /** A change is on disk; `seq` is one more than that of the change before. */
  'case/changed': {
    readonly seq: number;
    readonly label: string;
    readonly diff: Diff;
    readonly undo: UndoState;
  };
  /** Whether the case takes changes has changed, or who else writes to it. */
  'case/health': Health;
  'import/progress': ImportProgress;
  'verify/progress': VerifyProgress;
  'copy/progress': CopyProgress;
  /** A copy that was due could not be made as it should be. */
  'copies/failed': { readonly reason: string };
  /** An entry of the application menu was chosen. */
  'menu/chosen': { readonly action: string };
}

/** The name of an event. */
export type EventName = keyof Events;
