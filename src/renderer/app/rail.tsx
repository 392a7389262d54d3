import {
  BookOpenText,
  FileText,
  History,
  ListTree,
  MessageSquareQuote,
  Redo2,
  Scale,
  ScrollText,
  Undo2,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { Button } from 'react-aria-components';
import { useActions } from '../state/actions.ts';
import { redo, undo } from '../state/commands.ts';
import { type Screen, goTo, screens } from '../state/navigation.ts';
import { useUndoState } from '../state/replica.ts';
import { IconButton } from '../ui/button.tsx';
import { Hint } from '../ui/hint.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { screenNames } from './app-actions.ts';
import styles from './shell.module.css';

const icons: Readonly<Record<Screen, LucideIcon>> = {
  documents: FileText,
  reader: BookOpenText,
  claims: MessageSquareQuote,
  sources: UsersRound,
  codebook: ListTree,
  report: ScrollText,
  history: History,
};

/** The slim rail that switches between the screens, with the case's menu above and undo below. */
export function Rail({ current }: { current: Screen }) {
  return (
    <nav className={styles['rail']} aria-label="Screens">
      <CaseMenu />
      {screens.map((screen) => (
        <Place key={screen} screen={screen} isCurrent={screen === current} />
      ))}
      <UndoTools />
    </nav>
  );
}

function Place({ screen, isCurrent }: { screen: Screen; isCurrent: boolean }) {
  const Icon = icons[screen];
  const { label, keys } = screenNames[screen];
  return (
    <Hint text={`Go to ${label}`} keys={keys}>
      <Button
        className={styles['place'] ?? ''}
        {...(isCurrent ? { 'aria-current': 'page' } : {})}
        onPress={() => {
          goTo(screen);
        }}
      >
        <Icon size={20} aria-hidden />
        {label}
      </Button>
    </Hint>
  );
}

function CaseMenu() {
  const actions = useActions((state) => state.actions);
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
      ...(action.keys === undefined ? {} : { keys: action.keys.split(' / ')[0] ?? '' }),
    };
  });
  return (
    <div className={styles['case']}>
      <MenuButton label="Case menu" icon={Scale} entries={entries} />
    </div>
  );
}

function UndoTools() {
  const history = useUndoState();
  return (
    <div className={styles['tools']}>
      <IconButton
        label={history.undo === null ? 'Nothing to undo' : `Undo: ${history.undo}`}
        keys="Ctrl+Z"
        icon={Undo2}
        isDisabled={history.undo === null}
        onPress={() => void undo()}
      />
      <IconButton
        label={history.redo === null ? 'Nothing to redo' : `Redo: ${history.redo}`}
        keys="Ctrl+Shift+Z"
        icon={Redo2}
        isDisabled={history.redo === null}
        onPress={() => void redo()}
      />
    </div>
  );
}
