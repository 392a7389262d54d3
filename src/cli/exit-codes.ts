import type { ErrorCode } from '../contract/errors.ts';

/**
 * Every exit code of the command line and what it tells a script; the help prints this list. Scripts depend on the
 * numbers: one that was given is never given another meaning. 2 is the shell's own for wrong usage.
 */
export const exitCodes = {
  done: { code: 0, meaning: 'done' },
  failed: { code: 1, meaning: 'something failed, such as a full disk or a missing permission' },
  usage: { code: 2, meaning: 'wrong usage; nothing was done' },
  notACase: { code: 3, meaning: 'there is no case at the path, or it is not one' },
  locked: { code: 4, meaning: 'the case is open elsewhere for writing' },
  someNotImported: { code: 5, meaning: 'some files were not imported; the others were' },
  damaged: { code: 6, meaning: 'the case is damaged' },
  noWindowRuntime: { code: 7, meaning: 'PDF needs the window’s runtime, which is not available' },
  newerFormat: { code: 8, meaning: 'the case was made by a newer Assay' },
  incomplete: { code: 9, meaning: 'the case was recovered, but something of it is missing' },
  // 128 and the number of SIGINT, as shells report a program that was interrupted.
  interrupted: { code: 130, meaning: 'interrupted; nothing was imported' },
} as const;

/** One of the exit codes, by what it tells. */
export type Ending = keyof typeof exitCodes;

// Only errors that a script may want to tell apart; all others are failures.
const endings: { readonly [C in ErrorCode]?: Ending } = {
  'store/not-found': 'notACase',
  'store/not-a-case': 'notACase',
  'store/locked': 'locked',
  'store/damaged': 'damaged',
  'store/recoverable': 'damaged',
  'store/newer-format': 'newerFormat',
  'export/no-window-runtime': 'noWindowRuntime',
};

/** How the program ends on an error. */
export function endingOf(code: ErrorCode): Ending {
  return endings[code] ?? 'failed';
}
