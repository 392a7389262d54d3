import { useEffect, useMemo } from 'react';
import { importFiles, importFolder } from '../features/importing/index.ts';
import { saveCopy } from '../features/safety/index.ts';
import { openCaseByDialog, startNewCase } from '../features/start/index.ts';
import { type Action, useActions, useOffer } from '../state/actions.ts';
import { listen } from '../state/bridge.ts';
import { redo, undo } from '../state/commands.ts';
import { askHistory } from '../state/history-view.ts';
import { type Screen, goTo, screens } from '../state/navigation.ts';
import { useReadOnly, useReplicaStore, useUndoState } from '../state/replica.ts';
import { leaveCase } from '../state/session.ts';
import { showOverlay } from './overlays.ts';

/** The screens by the names and keys the rail, the palette and the keyboard map show. */
export const screenNames: Readonly<Record<Screen, { label: string; keys: string }>> = {
  documents: { label: 'Documents', keys: 'G D' },
  reader: { label: 'Reader', keys: 'G R' },
  claims: { label: 'Claims', keys: 'G C' },
  sources: { label: 'Sources', keys: 'G S' },
  codebook: { label: 'Codebook', keys: 'G T' },
  report: { label: 'Report', keys: 'G E' },
  history: { label: 'History', keys: 'G H' },
};

/** Offers what can be done everywhere, and does what the application menu asks for. */
export function useAppActions(): void {
  const caseOpen = useReplicaStore(({ replica }) => replica !== null);
  const history = useUndoState();
  const isReadOnly = useReadOnly();
  const actions = useMemo(
    () => [...generalActions(), ...(caseOpen ? caseActions(history, isReadOnly) : [])],
    [caseOpen, history, isReadOnly],
  );
  useOffer(actions);
  useEffect(
    () =>
      listen('menu/chosen', ({ action }) => {
        const chosen = useActions.getState().actions.get(action);
        if (chosen !== undefined && chosen.enabled !== false) chosen.perform();
      }),
    [],
  );
}

function generalActions(): Action[] {
  return [
    {
      id: 'app/palette',
      label: 'Command palette',
      group: 'Assay',
      keys: 'Ctrl+K',
      perform: () => {
        showOverlay('palette');
      },
    },
    {
      id: 'app/keys',
      label: 'Keyboard map',
      group: 'Assay',
      keys: '?',
      perform: () => {
        showOverlay('keys');
      },
    },
    {
      id: 'app/settings',
      label: 'Settings',
      group: 'Assay',
      keys: 'Ctrl+,',
      perform: () => {
        showOverlay('settings');
      },
    },
    { id: 'case/new', label: 'New case…', group: 'Case', perform: startNewCase },
    {
      id: 'case/open',
      label: 'Open a case…',
      group: 'Case',
      keys: 'Ctrl+O',
      perform: openCaseByDialog,
    },
  ];
}

function caseActions(
  history: { undo: string | null; redo: string | null },
  isReadOnly: boolean,
): Action[] {
  return [
    ...screens.map((screen) => ({
      id: `screen/${screen}`,
      label: `Go to ${screenNames[screen].label}`,
      group: 'Screens',
      keys: screenNames[screen].keys,
      perform: () => {
        goTo(screen);
      },
    })),
    {
      id: 'edit/undo',
      label: history.undo === null ? 'Undo' : `Undo: ${history.undo}`,
      group: 'Case',
      keys: 'Ctrl+Z',
      enabled: history.undo !== null,
      perform: () => void undo(),
    },
    {
      id: 'edit/redo',
      label: history.redo === null ? 'Redo' : `Redo: ${history.redo}`,
      group: 'Case',
      keys: 'Ctrl+Shift+Z / Ctrl+Y',
      enabled: history.redo !== null,
      perform: () => void redo(),
    },
    {
      id: 'import/files',
      label: 'Import files…',
      group: 'Case',
      keys: 'Ctrl+I',
      enabled: !isReadOnly,
      perform: () => void importFiles(),
    },
    {
      id: 'import/folder',
      label: 'Import a folder…',
      group: 'Case',
      enabled: !isReadOnly,
      perform: () => void importFolder(),
    },
    {
      id: 'case/details',
      label: 'Case details…',
      group: 'Case',
      perform: () => {
        showOverlay('details');
      },
    },
    {
      id: 'case/copy',
      label: 'Save a copy…',
      group: 'Case',
      perform: () => void saveCopy(),
    },
    {
      id: 'history/moment',
      label: 'See the case as it was on…',
      group: 'History',
      perform: () => {
        askHistory('moment');
      },
    },
    {
      id: 'history/verify',
      label: 'Verify the case',
      group: 'History',
      perform: () => {
        askHistory('verify');
      },
    },
    {
      id: 'case/close',
      label: 'Close the case',
      group: 'Case',
      perform: () => void leaveCase(),
    },
  ];
}
