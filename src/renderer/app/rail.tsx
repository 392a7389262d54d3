import { Redo2, Scale, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { actionNow, appActions, usualKeys } from '../../contract/actions.ts';
import { useActions } from '../state/actions.ts';
import { redo, undo } from '../state/commands.ts';
import { type Screen, goTo } from '../state/navigation.ts';
import type { ScreenContribution } from '../state/screen.ts';
import { IconButton } from '../ui/button.tsx';
import { Hint } from '../ui/hint.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { useActionState } from './app-actions.ts';
import { screens } from './screen-list.ts';
import styles from './shell.module.css';

/** The slim rail that switches between the screens, with the case's menu above and undo below. */
export function Rail({ current }: { current: Screen }) {
  return (
    <nav className={styles['rail']} aria-label="Screens">
      <CaseMenu />
      {screens.map((screen) => (
        <Place key={screen.id} screen={screen} isCurrent={screen.id === current} />
      ))}
      <UndoTools />
    </nav>
  );
}

/** A button that goes to a screen. */
function Place({ screen, isCurrent }: { screen: ScreenContribution; isCurrent: boolean }) {
  const { id, label, keys, icon: Icon } = screen;
  return (
    <Hint text={`Go to ${label}`} keys={keys}>
      <Button
        className={styles['place'] ?? ''}
        data-screen={id}
        {...(isCurrent ? { 'aria-current': 'page' } : {})}
        onPress={() => {
          goTo(id);
        }}
      >
        <Icon size={20} aria-hidden />
        {label}
      </Button>
    </Hint>
  );
}

/** What can be done with the case as a whole, from the same actions as the palette and the application menu. */
function CaseMenu() {
  const actions = useActions((state) => state.actions);
  // Null is a line between groups. An action that is not offered becomes such a line as well, so what may be missing is
  // asked for first.
  const ids = [
    'edit/undo',
    'edit/redo',
    null,
    'case/details',
    'import/files',
    'import/folder',
    'case/copy',
    ...(actions.has('case/repairs') ? ['case/repairs'] : []),
    null,
  ];
  const more = ['app/palette', 'app/keys', 'app/settings', null, 'case/close'];
  const entries = [...ids, ...more].map((id) => {
    const action = id === null ? undefined : actions.get(id);
    if (action === undefined) return 'separator' as const;
    return {
      id: action.id,
      label: action.label,
      isDisabled: action.enabled === false,
      onAction: action.perform,
      ...(action.keys === undefined ? {} : { keys: usualKeys(action.keys) }),
    };
  });
  return (
    <div className={styles['case']}>
      <MenuButton label="Case menu" icon={Scale} entries={entries} />
    </div>
  );
}

/** Undo and redo, each named after what it would take back or do again. */
function UndoTools() {
  const state = useActionState();
  const undoing = actionNow('edit/undo', state);
  const redoing = actionNow('edit/redo', state);
  return (
    <div className={styles['tools']}>
      <IconButton
        label={undoing.enabled ? undoing.label : 'Nothing to undo'}
        keys={usualKeys(appActions['edit/undo'].keys)}
        icon={Undo2}
        isDisabled={!undoing.enabled}
        onPress={() => void undo()}
      />
      <IconButton
        label={redoing.enabled ? redoing.label : 'Nothing to redo'}
        keys={usualKeys(appActions['edit/redo'].keys)}
        icon={Redo2}
        isDisabled={!redoing.enabled}
        onPress={() => void redo()}
      />
    </div>
  );
}
