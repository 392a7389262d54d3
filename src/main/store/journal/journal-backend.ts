import type { AppError } from '../../../contract/errors.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { JournalLine, JournalMark, PastLine, SealedLine } from './journal-line.ts';

/** Lines to be appended, or still in the making: what can be looked at before they are ready is looked at meanwhile. */
export type ComingLines = readonly SealedLine[] | Promise<readonly SealedLine[]>;

/** A line that is what was written, and how far the journal reached with it. */
export interface MarkedLine {
  readonly line: JournalLine;
  readonly mark: JournalMark;
}

/** A journal as it can be read, wherever it is kept. Lines are found by their numbers; where they stand is its own affair. */
export interface ReadableJournal {
  /** What messages call the case it is of. */
  readonly path: string;
  /** The end of what can be read. */
  readonly end: JournalMark;
  /**
   * Shows every line after a mark, in order, with its chain verified, up to another mark, which is the end unless it is
   * given; answers the mark of the last one. `store/damaged` names the first line that is not what was written.
   */
  read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
    until?: JournalMark,
  ): Promise<Result<JournalMark, AppError>>;
  /**
   * One line by its number; null where the journal has none of that number that is what was written. Throws where the
   * medium cannot be read.
   */
  line(seq: number): Promise<MarkedLine | null>;
  /**
   * The lines before number `seq`, from the last one back to the first, of which only as much is read as is asked for.
   * Throws where the medium cannot be read.
   */
  before(seq: number): AsyncIterable<PastLine>;
}

/** A journal as it can be written to. */
export interface AppendableJournal {
  /** The end of what is durably written. */
  readonly end: JournalMark;
  /**
   * Makes lines durable, all or none, right after line `expectedSeq`; resolves once they would survive a power cut.
   * Fails if somebody else has written there, and after a failure that leaves the disk in doubt it goes on failing.
   */
  append(expectedSeq: number, lines: ComingLines): Promise<Result<null, AppError>>;
}

/** Where the changes of a case are kept for good, in order and never altered. */
export interface JournalBackend extends ReadableJournal, AppendableJournal {
  /** Lets go of files and connections; nothing can be appended afterwards. */
  close(): Promise<void>;
}

/** A journal on a medium that may go away and come back. */
export interface RecoverableJournal extends JournalBackend {
  /**
   * As {@link AppendableJournal.append}, but asks just before it writes for the right to; refused with the answer if
   * there is none.
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
