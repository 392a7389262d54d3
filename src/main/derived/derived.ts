import type { CaseView } from '../../domain/core/case-state.ts';
import type { Diff } from '../../domain/core/diff.ts';
import type { Moment } from '../store/journal/journal-line.ts';

/**
 * Something that is worked out of a case's records alone, such as an index to search by. It is none of what a case promises:
 * it is kept in the app's own folder by the case's id, and whoever deletes it loses the time that it takes to work it out again.
 * Every one passes `testing/contract.ts`.
 */
export interface Derived {
  /** A file name without its extension, unique among derived things. */
  readonly name: string;
  /** Of its shape, and of the way in which it is worked out. What another version has kept counts as missing. */
  readonly version: number;
  /** The change it is as of; null where it has to be rebuilt: what was kept is missing, damaged, or of another version. */
  readonly upTo: Moment | null;
  /**
   * Takes in the change right after `upTo`, with which it is as of the given moment; long work goes in slices. If it
   * throws, `upTo` is null.
   */
  apply(diff: Diff, upTo: Moment): Promise<void>;
  /** Works itself out of a case that does not change meanwhile, whatever it was before. Long work goes in slices. */
  rebuild(view: CaseView, upTo: Moment): Promise<void>;
  /** Keeps what it holds for the next opening. Where that cannot be written, it is worked out anew then. */
  close(): Promise<void>;
  /** Deletes what is kept; afterwards it has to be rebuilt. */
  dispose(): Promise<void>;
}
