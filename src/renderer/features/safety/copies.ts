import { create } from 'zustand';
import type { CopyProgress } from '../../../contract/copies.ts';
import { invoke, listen } from '../../state/bridge.ts';
import { notify } from '../../state/notices.ts';

interface CopyStore {
  readonly progress: CopyProgress | null;
}

/** The copy under way that the analyst asked for. */
export const useCopy = create<CopyStore>(() => ({ progress: null }));

/** Asks where to keep a copy of the case, makes it, and says that it was checked. */
export async function saveCopy(): Promise<void> {
  const stop = listen('copy/progress', (progress) => {
    useCopy.setState({ progress });
  });
  const copied = await invoke('case/copy', {});
  stop();
  useCopy.setState({ progress: null });
  if (!copied.ok) {
    // Also where what stands over the screens says the same: who asked for something is answered.
    notify('error', copied.error.message);
    return;
  }
  // The dialog was cancelled, or the copy.
  if (copied.value === null) return;
  const { path, flaws } = copied.value;
  if (flaws.length === 0) notify('done', `Saved a copy at “${path}” and checked it.`);
  else notify('error', `Saved a copy at “${path}”, with what the case lacks: ${flaws.join(' ')}`);
}

/** Cancels the copy under way; nothing of it stays. */
export async function cancelCopy(): Promise<void> {
  await invoke('copy/cancel', {});
}

/** Tells of copies that were due and could not be made; returns the function that ends it. */
export function watchFailedCopies(): () => void {
  return listen('copies/failed', ({ reason }) => {
    notify('error', `The copy that was due is not as it should be. ${reason}`);
  });
}
