import { create } from 'zustand';
import type {
  CallName,
  CallRequest,
  CallResponses,
  CaseHeader,
  CaseSnapshot,
} from '../../contract/calls.ts';
import type { ExportFormat } from '../../contract/exports.ts';
import type { DocumentFormatName } from '../../contract/imports.ts';
import type { RecentCase, Settings } from '../../contract/settings.ts';
import { appError } from '../../contract/errors.ts';
import { faultPlace } from '../../contract/recovery-words.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';
import { invoke, listen } from './bridge.ts';
import { clearNotices, notify } from './notices.ts';
import { openReader, resetNavigation } from './navigation.ts';
import { tellFailure, tellReport } from './recovery.ts';
import { tellRefusal } from './refusals.ts';
import { caseReplica, useReplicaStore } from './replica.ts';
import { forgetTexts } from './texts.ts';
import { replaceViewState, saveViewState } from './view-state.ts';

interface SessionStore {
  readonly settings: Settings;
  readonly recent: readonly RecentCase[];
  /** What can be exported, in the order in which it is offered. */
  readonly formats: readonly ExportFormat[];
  /** Where copies are kept that are made by schedule; null before one was chosen. */
  readonly copyFolder: string | null;
  readonly version: string;
  readonly runtime: string;
  /** What can be imported, in the order of lists; the same as long as the app runs. */
  readonly documentFormats: readonly DocumentFormatName[];
}

/** What the window knows besides the open case. */
export const useSession = create<SessionStore>(() => ({
  settings: { theme: 'system', analyst: 'Analyst', copies: { every: 'never', keep: 10 } },
  recent: [],
  formats: [],
  copyFolder: null,
  version: '',
  runtime: '',
  documentFormats: [],
}));

/** Connects the window to the main process; resolves when the first screen can be drawn. */
export async function startSession(): Promise<void> {
  // Before anything is asked for: a change that comes with the first answer must not be missed.
  listen('case/changed', (change) => {
    caseReplica.followChange(change);
  });
  listen('case/health', (health) => {
    caseReplica.followHealth(health);
  });
  const started = await ask('app/start', {});
  if (started === null) return;
  const { open, setAside, ...session } = started;
  useSession.setState(session);
  if (open !== null) enterCase(open);
  if (setAside !== null) tellSetAside(setAside);
}

function tellSetAside(path: string): void {
  const begun = 'The settings and the list of cases could not be understood and begin anew';
  notify(
    'error',
    `${begun}; the cases themselves are as they were. What was there is kept at “${path}”.`,
  );
}

/** Asks the main process; an error is shown to the analyst and gives null, as does a cancelled dialog. */
export async function ask<C extends CallName>(
  call: C,
  request: CallRequest<C>,
): Promise<CallResponses[C] | null> {
  const result = await invoke(call, request);
  if (result.ok) return result.value;
  tellRefusal(result.error);
  return null;
}

/** Shows a case that was just opened or created. */
export function enterCase(snapshot: CaseSnapshot): void {
  // Messages, places and view state of the case before come first, so that nothing of them shows with this one.
  clearNotices();
  resetNavigation();
  replaceViewState(snapshot.viewState);
  show(snapshot);
  if (snapshot.preview !== null) openReader(snapshot.preview);
  tellReport(snapshot.report);
}

// The screens keep their places. A text that was not in what was on show before may be in this.
function show(snapshot: CaseSnapshot): void {
  forgetTexts();
  caseReplica.replace(snapshot);
  if (snapshot.rest !== null) void readTheRest(snapshot.rest, snapshot);
}

// Asks for the records of a large case until all are here; one that cannot be read after all is left.
async function readTheRest(rest: number, begun: CaseHeader): Promise<void> {
  while (caseReplica.isReading(rest)) {
    const more = await invoke('case/more', { rest });
    if (!caseReplica.isReading(rest)) return;
    if (!more.ok) {
      await leaveCase();
      tellFailure(more.error);
      return;
    }
    // Something else is about to be shown.
    if (more.value === null) return;
    caseReplica.takeIn(more.value);
    const { complete } = more.value;
    if (complete !== null && begun.report === null) tellReport(complete.report);
  }
}

/** Closes the case and shows the start screen. */
export async function leaveCase(): Promise<void> {
  // While the case is still open: afterwards the main process would not know whose it is.
  await saveViewState();
  const closed = await ask('case/close', {});
  if (closed === null) return;
  clearNotices();
  caseReplica.replace(null);
  replaceViewState({});
  forgetTexts();
  useSession.setState(closed);
}

/** Closes a case that was found damaged while it is open, and asks whether it is to be recovered. */
export async function leaveToRecover(report: RecoveryReport): Promise<void> {
  const path = useReplicaStore.getState().replica?.path;
  await leaveCase();
  // The case could not be left, and the analyst was told why.
  if (path === undefined || useReplicaStore.getState().replica !== null) return;
  const place = report.found.map(faultPlace)[0] ?? 'journal';
  tellFailure(appError('store/recoverable', { path, place, report }));
}

/** Shows the open case as it was after a change, or at a moment; nothing can be changed until {@link returnToNow}. */
export async function lookBack(to: CallRequest<'history/look-back'>): Promise<void> {
  const past = await ask('history/look-back', to);
  if (past !== null) show(past);
}

/** Shows the open case as it is again. */
export async function returnToNow(): Promise<void> {
  const present = await ask('history/return', {});
  if (present !== null) show(present);
}

/** Opens the open case once more, to read or to write it; the screens stay as they are. */
export async function reopenCase(as: CallRequest<'case/reopen'>['as']): Promise<void> {
  const reopened = await ask('case/reopen', { as });
  if (reopened === null) return;
  if ('records' in reopened) {
    show(reopened);
  } else {
    forgetTexts();
    caseReplica.replaceHeader(reopened);
  }
  tellReport(reopened.report);
}

/** Changes what the analyst set for the app; null when it could not be saved, which is then said. */
export async function changeSettings(changes: Partial<Settings>): Promise<Settings | null> {
  const settings = await ask('settings/change', changes);
  if (settings !== null) useSession.setState({ settings });
  return settings;
}
