import type { CaseView } from '../../domain/core/case-state.ts';
import { useReplicaStore } from '../state/replica.ts';
import { SettingsDialog } from '../features/settings/index.ts';
import {
  NewCaseDialog,
  ReadOnlyDialog,
  RecoveryQuestion,
  StartScreen,
} from '../features/start/index.ts';
import { KeptEdits } from '../ui/kept-edits.tsx';
import { useAppActions } from './app-actions.ts';
import { KeyMap } from './key-map.tsx';
import { useKeyboard } from './keyboard.ts';
import { Notices } from './notices.tsx';
import { closeOverlay, useOverlay } from './overlays.ts';
import { Palette } from './palette.tsx';
import { Shell } from './shell.tsx';

/** The whole window: the start screen, or the screens of the open case. */
export function App() {
  // Strings, because a store's selection draws again when it is another value; the replica is a new object after every
  // change.
  const path = useReplicaStore(({ replica }) => replica?.path ?? null);
  const name = useReplicaStore(({ replica }) => caseName(replica?.view));
  const isSetting = useOverlay(({ shown }) => shown === 'settings');
  return (
    <>
      <AppKeys />
      <title>{name === null ? 'Assay' : `${name} – Assay`}</title>
      {/* The key begins every screen anew for another case. */}
      {path === null ? (
        <StartScreen />
      ) : (
        <KeptEdits key={path}>
          <Shell />
        </KeptEdits>
      )}
      <NewCaseDialog />
      <ReadOnlyDialog />
      <RecoveryQuestion />
      <Palette />
      <KeyMap />
      <SettingsDialog isOpen={isSetting} onClose={closeOverlay} />
      <Notices />
    </>
  );
}

// Draws nothing: it runs again after every change, because undo then has another name, and the screens need not.
function AppKeys() {
  useAppActions();
  useKeyboard();
  return null;
}

function caseName(view: CaseView | undefined): string | null {
  const [record] = view?.all('case') ?? [];
  return record?.name ?? null;
}
