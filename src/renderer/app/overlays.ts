import { create } from 'zustand';
import { whenCaseGoes } from '../state/per-case.ts';

/** What can lie over the screens. */
export type Overlay = 'palette' | 'keys' | 'details' | 'settings';

interface OverlayStore {
  readonly shown: Overlay | null;
}

/**
 * Which overlay is open; one at a time. Two at once would have to be closed one by one, and both would want the focus.
 */
export const useOverlay = create<OverlayStore>(() => ({ shown: null }));

// The details are those of the case; the others are of the window.
whenCaseGoes(() => {
  if (useOverlay.getState().shown === 'details') closeOverlay();
});

/** Opens an overlay in place of any other. */
export function showOverlay(overlay: Overlay): void {
  useOverlay.setState({ shown: overlay });
}

/** Closes whatever overlay is open. */
export function closeOverlay(): void {
  useOverlay.setState({ shown: null });
}
