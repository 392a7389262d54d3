import { create } from 'zustand';
import type { CallName, CallRequest, CallResponses, CaseSnapshot } from '../../contract/calls.ts';
import type { RecentCase, Settings } from '../../contract/settings.ts';
import { appError } from '../../domain/errors.ts';
import { faultPlace } from '../../domain/recovery-words.ts';
import type { RecoveryReport } from '../../domain/recovery.ts';
import { invoke, listen } from './bridge.ts';
import { clearNotices } from './notices.ts';
import { openReader, resetNavigation } from './navigation.ts';
import { tellFailure, tellReport } from './recovery.ts';
import { tellRefusal } from './refusals.ts';
import {
  followChange,
  followHealth,
  replaceHeader,
  replaceReplica,
  takeIn,
  useReplicaStore,
} from './replica.ts';
import { forgetTexts } from './texts.ts';
import { replaceViewState, saveViewState } from './view-state.ts';

interface SessionStore {
  readonly settings: Settings;
  readonly recent: readonly RecentCase[];
  /** Where copies are kept that are made by schedule; null before one was chosen. */
  readonly copyFolder: string | null;
  readonly version: string;
  readonly runtime: string;
}

/** What the window knows besides the open case. */
export const useSession = create<SessionStore>(() => ({
  settings: { theme: 'system', analyst: 'Analyst', copies: { every: 'never', keep: 10 } },
  recent: [],
  copyFolder: null,
  version: '',
  runtime: '',
}));

/** Connects the window to the main process; resolves when the first screen can be drawn. */
export async function startSession(): Promise<void> {
  listen('case/changed', followChange);
  listen('case/health', followHealth);
  const started = await ask('app/start', {});
  if (started === null) return;
  const { open, ...session } = started;
  useSession.setState(session);
  if (open !== null) enterCase(open);
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
  clearNotices();
  forgetTexts();
  resetNavigation();
  replaceViewState(snapshot.viewState);
  replaceReplica(snapshot);
  if (snapshot.preview !== null) {
    openReader(snapshot.preview);
    void readTheRest(snapshot.path);
  }
  tellReport(snapshot.report);
}

// Asks for the records of a large case until all are here; one that cannot be read after all is left.
async function readTheRest(path: string): Promise<void> {
  for (;;) {
    const result = await invoke('case/more', {});
    if (useReplicaStore.getState().replica?.path !== path) return;
    if (!result.ok) {
      await leaveCase();
      tellFailure(result.error);
      return;
    }
    takeIn(result.value);
    if (result.value.complete === null) continue;
    tellReport(result.value.complete.report);
    return;
  }
}

/** Closes the case and shows the start screen. */
export async function leaveCase(): Promise<void> {
  await saveViewState();
  const closed = await ask('case/close', {});
  if (closed === null) return;
  clearNotices();
  replaceReplica(null);
  forgetTexts();
  useSession.setState(closed);
}

/** Closes a case that was found damaged while it is open, and asks whether it is to be recovered. */
export async function leaveToRecover(report: RecoveryReport): Promise<void> {
  const path = useReplicaStore.getState().replica?.path;
  await leaveCase();
  if (path === undefined || useReplicaStore.getState().replica !== null) return;
  const place = report.found.map(faultPlace)[0] ?? 'journal';
  tellFailure(appError('store/recoverable', { path, place, report }));
}

/** Shows the open case as it was after a change, or at a moment; nothing can be changed until {@link returnToNow}. */
export async function lookBack(to: CallRequest<'history/look-back'>): Promise<void> {
  showMoment(await ask('history/look-back', to));
}

/** Shows the open case as it is again. */
export async function returnToNow(): Promise<void> {
  showMoment(await ask('history/return', {}));
}

/** Opens the open case once more, to read or to write it; the screens stay as they are. */
export async function reopenCase(as: CallRequest<'case/reopen'>['as']): Promise<void> {
  const reopened = await ask('case/reopen', { as });
  if (reopened === null) return;
  forgetTexts();
  replaceHeader(reopened);
  tellReport(reopened.report);
}

// The screens keep their places. A text that was not in the case then may be now.
function showMoment(snapshot: CaseSnapshot | null): void {
  if (snapshot === null) return;
  forgetTexts();
  replaceReplica(snapshot);
}

/** Changes what the analyst set for the app. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  const settings = await ask('settings/change', changes);
  if (settings !== null) useSession.setState({ settings });
}
