import type { CaseState } from '../../../domain/core/case-state.ts';
import type { JournalMark } from '../journal/journal-line.ts';

/** The records of a case at one moment, and how far its journal reached then. */
export interface CaseMoment {
  readonly state: CaseState;
  readonly mark: JournalMark;
}
