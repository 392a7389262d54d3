import { CopySettings } from '../safety/index.ts';
import { changeSettings, useSession } from '../../state/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const themes = [
  { value: 'system', label: 'As the system', meaning: 'Follows the system’s setting.' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** What the analyst sets for the app as a whole. */
export function SettingsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const settings = useSession((state) => state.settings);
  return (
    <Dialog title="Settings" isOpen={isOpen} onClose={onClose}>
      <TextField
        label="Your name"
        description="Recorded with every change you make, from the next case you open."
        value={settings.analyst}
        validate={(name) => (name.trim() === '' ? 'A name is needed.' : null)}
        onCommit={(analyst) => changeSettings({ analyst: analyst.trim() })}
      />
      <SelectField
        label="Appearance"
        value={settings.theme}
        options={themes}
        onChange={(theme) => void changeSettings({ theme })}
      />
      <CopySettings />
    </Dialog>
  );
}
