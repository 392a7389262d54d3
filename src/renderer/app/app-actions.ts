import { useEffect, useMemo } from 'react';
import {
  type ActionState,
  type AppActionId,
  actionNow,
  appActionIds,
  appActions,
} from '../../contract/actions.ts';
import { importFiles, importFolder } from '../features/importing/index.ts';
import { saveCopy } from '../features/safety/index.ts';
import { openCaseByDialog, startNewCase } from '../features/start/index.ts';
import { type Action, useActions, useOffer } from '../state/actions.ts';
import { listen } from '../state/bridge.ts';
import { redo, undo } from '../state/commands.ts';
import { goTo } from '../state/navigation.ts';
import { useReadOnly, useReplicaStore, useUndoState } from '../state/replica.ts';
import type { ScreenContribution } from '../state/screen.ts';
import { leaveCase } from '../state/session.ts';
import { showOverlay } from './overlays.ts';
import { screens } from './screen-list.ts';

/** What each action of the contract does in this window; the compiler sees to it that none is missing. */
const performs: Readonly<Record<AppActionId, () => void>> = {
  'app/palette': () => {
    showOverlay('palette');
  },
  'app/keys': () => {
    showOverlay('keys');
  },
  'app/settings': () => {
    showOverlay('settings');
  },
  'case/new': startNewCase,
  'case/open': openCaseByDialog,
  'edit/undo': () => void undo(),
  'edit/redo': () => void redo(),
  'import/files': () => void importFiles(),
  'import/folder': () => void importFolder(),
  'case/details': () => {
    showOverlay('details');
  },
  'case/copy': () => void saveCopy(),
  'case/close': () => void leaveCase(),
};

/**
 * Offers what can be done everywhere, and does what the application menu asks for. Called once, by the component that
 * draws nothing.
 */
export function useAppActions(): void {
  const state = useActionState();
  useOffer(useMemo(() => actionsNow(state), [state]));
  useEffect(
    () =>
      listen('menu/chosen', ({ action }) => {
        // The menu shows what was offered when the main process last heard of it; whether the action can be done is
        // decided here.
        const chosen = useActions.getState().actions.get(action);
        if (chosen !== undefined && chosen.enabled !== false) chosen.perform();
      }),
    [],
  );
}

/** What the actions depend on, as it is now. */
export function useActionState(): ActionState {
  const caseOpen = useReplicaStore(({ replica }) => replica !== null);
  const isReadOnly = useReadOnly();
  const { undo, redo } = useUndoState();
  return useMemo(() => ({ caseOpen, isReadOnly, undo, redo }), [caseOpen, isReadOnly, undo, redo]);
}

function actionsNow(state: ActionState): Action[] {
  const general = appActionIds.filter((id) => appActions[id].needs === 'nothing');
  const ofCase = appActionIds.filter((id) => appActions[id].needs !== 'nothing');
  function offer(id: AppActionId): Action {
    return { ...appActions[id], ...actionNow(id, state), id, perform: performs[id] };
  }
  // The order is that of the palette and the key map. Without a case what needs one is not even shown.
  if (!state.caseOpen) return general.map(offer);
  return [
    ...general.map(offer),
    ...screens.map(goingTo),
    ...ofCase.map(offer),
    ...screens.flatMap(({ actions = [] }) => actions),
  ];
}

function goingTo({ id, label, keys }: ScreenContribution): Action {
  return {
    ...{ id: `screen/${id}`, label: `Go to ${label}`, group: 'Screens', keys },
    perform: () => {
      goTo(id);
    },
  };
}
