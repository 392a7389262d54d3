import { create } from 'zustand';
import type { AppError } from '../../contract/errors.ts';
import { type RecoveryReport, isCalm } from '../../contract/recovery.ts';
import { recoveryWords } from '../../contract/recovery-words.ts';
import { notify } from './notices.ts';

/** Why a damaged case cannot be opened as it is, with what can be recovered of it. */
export type Recoverable = Extract<AppError, { code: 'store/recoverable' }>;

interface RecoveryStore {
  /** A damaged case that waits for the analyst's word; null: none does. */
  readonly question: Recoverable | null;
  /** The list of what was repaired in the open case is on show. */
  readonly isShown: boolean;
}

/** What the window shows of damaged cases. */
export const useRecovery = create<RecoveryStore>(() => ({ question: null, isShown: false }));

/** Says why a case could not be opened; for one of which something can be recovered, asks what to do. */
export function tellFailure(error: AppError): void {
  if (error.code === 'store/recoverable') useRecovery.setState({ question: error });
  else notify('error', error.message);
}

/** Says what opening a case has found: in a line if nothing is missing, else all of it. */
export function tellReport(report: RecoveryReport | null): void {
  useRecovery.setState({ isShown: report !== null && !isCalm(report) });
  if (report === null || !isCalm(report)) return;
  const { summary } = recoveryWords(report);
  // As an error it stays until it is dismissed: the case cannot be changed, and the analyst has to know why.
  if (report.newerFormat !== null) notify('error', summary);
  else notify('done', summary, { label: 'More…', perform: showRepairs });
}

/** Shows what was found and repaired in the open case. */
export function showRepairs(): void {
  useRecovery.setState({ isShown: true });
}
