import type { AutomaticCopies } from '../../../contract/settings.ts';
import { ask, changeSettings, useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/select-field.tsx';
import styles from './safety.module.css';

// The values are those of the settings; a copy is only made if the case has changed since the last one.
const schedules = [
  { value: 'never', label: 'Never' },
  { value: 'hour', label: 'Every hour', meaning: 'While the case changes.' },
  { value: 'day', label: 'Every day', meaning: 'While the case changes.' },
] as const;

// Enough steps to choose between, and no number to type wrong.
const numbers = ['3', '10', '30', '100'].map((value) => ({ value, label: value }));

/** How often, where and how many copies of a case are made without being asked for. */
export function CopySettings() {
  const { every, keep } = useSession((state) => state.settings.copies);
  const folder = useSession((state) => state.copyFolder);
  return (
    <section className={styles['settings']} aria-labelledby="copy-settings">
      <h3 id="copy-settings" className={styles['heading']}>
        Copies of the open case
      </h3>
      <p className={styles['quiet']}>
        Each copy is a whole case and is checked after it was made. To go back to one, open it.
      </p>
      <SelectField
        label="Make one"
        value={every}
        options={schedules}
        onChange={(value) => void changeSchedule({ every: value, keep })}
      />
      {every !== 'never' && (
        <>
          <SelectField
            label="Keep of each case"
            value={String(keep)}
            options={numbers}
            onChange={(value) => void changeSettings({ copies: { every, keep: Number(value) } })}
          />
          <div role="group" className={field['field']} aria-labelledby="copy-folder">
            <span id="copy-folder" className={field['label']}>
              In the folder
            </span>
            <div className={styles['folder']}>
              <p dir="auto">{folder}</p>
              <Button onPress={() => void chooseFolder()}>Other folder…</Button>
            </div>
          </div>
        </>
      )}
    </section>
  );
}

// A schedule without a place would make no copies, and nobody would notice.
async function changeSchedule(copies: AutomaticCopies): Promise<void> {
  const needsPlace = copies.every !== 'never' && useSession.getState().copyFolder === null;
  if (needsPlace && !(await chooseFolder())) return;
  await changeSettings({ copies });
}

async function chooseFolder(): Promise<boolean> {
  const chosen = await ask('copies/choose-folder', {});
  if (chosen === null) return false;
  useSession.setState({ copyFolder: chosen.folder });
  return true;
}
