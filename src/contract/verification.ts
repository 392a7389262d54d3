import type { RecoveryReport } from './recovery.ts';
import type { Sha256 } from '../domain/core/record-id.ts';

/** How far a verification is: changes whose chain it followed, documents whose files it read. */
export interface VerifyProgress {
  readonly changes: number;
  readonly documents: number;
}

/** What a verification looked at and found. */
export interface VerifyReport {
  /** Journal lines that were read. */
  readonly changes: number;
  /** The hash of the last of them. */
  readonly head: Sha256;
  readonly documents: number;
  /** Quotes of highlights and claims that were compared with their text. */
  readonly quotes: number;
  /** Empty if all is well. */
  readonly findings: readonly Finding[];
  /** What an opening would find and could do about the journal and the checkpoints; null if there is nothing to do. */
  readonly recovery: RecoveryReport | null;
  /** What lies in the case folder and is not the case's, by its path there. That is no damage. */
  readonly strangers: readonly string[];
}

/** One thing that is not as it should be. */
export interface Finding {
  /** A path in the case folder, or the id of a record. */
  readonly place: string;
  readonly problem: string;
}
