import type { CaseChange } from '../domain/core/change.ts';
import type { CopyProgress } from './copies.ts';
import type { Health } from './health.ts';
import type { ImportProgress } from './imports.ts';
import type { VerifyProgress } from './verification.ts';

/** What the main process tells the window without being asked. */
export interface Events {
  /** A change is on disk. */
  'case/changed': CaseChange;
  /** Whether the case takes changes has changed, or who else writes to it. */
  'case/health': Health;
  /** How far an import is that was asked for under this name. */
  'import/progress': ImportProgress & { readonly job: string };
  'verify/progress': VerifyProgress;
  'copy/progress': CopyProgress;
  /** A copy that was due could not be made as it should be. */
  'copies/failed': { readonly reason: string };
  /** An entry of the application menu was chosen. */
  'menu/chosen': { readonly action: string };
}

/** The name of an event. */
export type EventName = keyof Events;
