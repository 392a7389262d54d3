import { create } from 'zustand';
import type { CallRequest } from '../../../contract/calls.ts';
import type { AppError, ErrorCode } from '../../../contract/errors.ts';
import { invoke } from '../../state/bridge.ts';
import { tellFailure, useRecovery } from '../../state/recovery.ts';
import { ask, enterCase } from '../../state/session.ts';

interface OpeningStore {
  /** The dialog for a new case is open. */
  readonly isNaming: boolean;
  /** A case that cannot be changed now, but can still be opened to look at. */
  readonly locked: AppError | null;
}

// Why a case cannot be written to that can perhaps be read all the same.
const mayBeRead: ReadonlySet<ErrorCode> = new Set([
  'store/locked',
  'store/read-only',
  'store/no-permission',
  'store/newer-format',
]);

type CaseChoice = CallRequest<'case/open'>['choice'];

/** What the start screen asks before a case is open. */
export const useOpening = create<OpeningStore>(() => ({ isNaming: false, locked: null }));

/** Asks for the name of a new case. */
export function startNewCase(): void {
  useOpening.setState({ isNaming: true });
}

/**
 * Leaves every question unanswered. Called before anything is opened, so that no question of one case is left over the
 * next.
 */
export function dismissQuestions(): void {
  useOpening.setState({ isNaming: false, locked: null });
  useRecovery.setState({ question: null });
}

/** Creates a case of that name where the analyst chooses, and shows it. */
export async function createCase(name: string): Promise<void> {
  dismissQuestions();
  const snapshot = await ask('case/create', { name });
  if (snapshot !== null) enterCase(snapshot);
}

/** Asks for a case folder and opens it. */
export function openCaseByDialog(): void {
  void openCase({ kind: 'dialog' });
}

/** Opens a case and shows it. One that cannot be written to for now is offered read-only. */
export async function openCase(choice: CaseChoice, readOnly = false): Promise<void> {
  await enterBy({ choice, readOnly });
}

/** Opens what can be recovered of the damaged case that was asked for last. */
export async function openRecovered(readOnly: boolean): Promise<void> {
  await enterBy({ choice: { kind: 'again' }, readOnly, recover: true });
}

async function enterBy(request: CallRequest<'case/open'>): Promise<void> {
  dismissQuestions();
  const result = await invoke('case/open', request);
  if (result.ok) {
    if (result.value !== null) enterCase(result.value);
  } else if (mayBeRead.has(result.error.code) && !request.readOnly) {
    // Offered once: what cannot be opened read-only either is told as it is.
    useOpening.setState({ locked: result.error });
  } else {
    tellFailure(result.error);
  }
}
