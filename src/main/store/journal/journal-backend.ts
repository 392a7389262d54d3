import type { AppError } from '../../../contract/errors.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { JournalLine, JournalMark, SealedLine } from './journal-line.ts';

/** Lines to be appended, or still in the making: what can be looked at before they are ready is looked at meanwhile. */
export type ComingLines = readonly SealedLine[] | Promise<readonly SealedLine[]>;

/** Where the changes of a case are kept for good, in order and never altered. */
export interface JournalBackend {
  /** The end of what is durably written. */
  readonly end: JournalMark;
  /**
   * Makes lines durable, all or none, right after line `expectedSeq`; resolves once they would survive a power cut.
   * Fails if somebody else has written there, and after a failure that leaves the disk in doubt it goes on failing.
   */
  append(expectedSeq: number, lines: ComingLines): Promise<Result<null, AppError>>;
  /**
   * Shows every durable line after a mark, in order, with its chain verified; answers the mark of the last one.
   * `store/damaged` names the first line that is not what was written.
   */
  read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
  ): Promise<Result<JournalMark, AppError>>;
  /** Lets go of files and connections; nothing can be appended afterwards. */
  close(): Promise<void>;
}

/** A journal on a medium that may go away and come back. */
export interface RecoverableJournal extends JournalBackend {
  /**
   * As {@link JournalBackend.append}, but asks just before it writes for the right to; refused with the answer if there
   * is none.
   */
  append(
    expectedSeq: number,
    lines: ComingLines,
    askRight?: () => Promise<Result<null, AppError>>,
  ): Promise<Result<null, AppError>>;
  /** Whether a failure left it uncertain what the medium holds; then nothing is appended before `recover` succeeds. */
  readonly inDoubt: boolean;
  /**
   * Makes sure, after a failure, that the medium holds exactly what `end` says and has room, so that appending is possible
   * again. What an append that failed left behind `end` is removed; anything else there is another's, and refused.
   */
  recover(): Promise<Result<null, AppError>>;
}
