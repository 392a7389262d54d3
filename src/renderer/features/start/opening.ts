import { create } from 'zustand';
import type { CallRequest } from '../../../contract/calls.ts';
import type { AppError } from '../../../domain/errors.ts';
import { invoke } from '../../state/bridge.ts';
import { notify } from '../../state/notices.ts';
import { ask, enterCase } from '../../state/session.ts';

interface OpeningStore {
  /** The dialog for a new case is open. */
  readonly isNaming: boolean;
  /** A case that another window holds, which can still be opened to look at. */
  readonly locked: { readonly choice: CaseChoice; readonly error: AppError } | null;
}

type CaseChoice = CallRequest<'case/open'>['choice'];

/** What the start screen asks before a case is open. */
export const useOpening = create<OpeningStore>(() => ({ isNaming: false, locked: null }));

/** Asks for the name of a new case. */
export function startNewCase(): void {
  useOpening.setState({ isNaming: true });
}

/** Leaves every question unanswered. */
export function dismissQuestions(): void {
  useOpening.setState({ isNaming: false, locked: null });
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
  dismissQuestions();
  const result = await invoke('case/open', { choice, readOnly });
  if (result.ok) {
    if (result.value !== null) enterCase(result.value);
    return;
  }
  const { error } = result;
  const canBeRead = ['store/locked', 'store/no-permission', 'store/newer-format'].includes(
    error.code,
  );
  if (canBeRead && !readOnly && choice.kind === 'recent') {
    useOpening.setState({ locked: { choice, error } });
  } else {
    notify('error', error.message);
  }
}
