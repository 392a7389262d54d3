import { usualKeys } from '../../contract/actions.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import { type Action, useActions } from '../state/actions.ts';
import { useNavigation } from '../state/navigation.ts';
import { closeOverlay, useOverlay } from './overlays.ts';
import styles from './key-map.module.css';

/** Every key that does something now, by group. */
export function KeyMap() {
  const isOpen = useOverlay(({ shown }) => shown === 'keys');
  return (
    <Dialog title="Keyboard map" isOpen={isOpen} onClose={closeOverlay} isWide>
      <KeyGroups />
    </Dialog>
  );
}

/** Read while the dialog is open only: it has what can be done at that moment on the screen below. */
function KeyGroups() {
  const actions = useActions((state) => state.actions);
  const screen = useNavigation((state) => state.screen);
  const withKeys = [...actions.values()].filter(
    (action) =>
      action.keys !== undefined && (action.screen === undefined || action.screen === screen),
  );
  return (
    <div className={styles['columns']}>
      {[...Map.groupBy(withKeys, (action) => action.group)].map(([group, entries]) => (
        <section key={group} className={styles['group']}>
          <h3 className={styles['heading']}>{group}</h3>
          <ul>
            {entries.map((action) => (
              <KeyEntry key={action.id} action={action} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function KeyEntry({ action }: { action: Action }) {
  return (
    <li className={styles['entry']}>
      <span>{action.label}</span>
      <Keys keys={usualKeys(action.keys ?? '')} />
    </li>
  );
}
