import { FilePlus } from 'lucide-react';
import { appActions } from '../../../contract/actions.ts';
import { useReadOnly } from '../../state/replica.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { importFiles, importFolder, useImports } from './imports.ts';

/** The button that brings documents into the case. */
export function ImportMenu() {
  const isReadOnly = useReadOnly();
  return (
    <MenuButton
      label="Import"
      icon={FilePlus}
      hasText
      kind="primary"
      isDisabled={isReadOnly}
      // The same as the actions of the application menu, and pasting, which that menu does not have.
      entries={[
        {
          id: 'files',
          label: 'Files…',
          keys: appActions['import/files'].keys,
          onAction: () => void importFiles(),
        },
        { id: 'folder', label: 'A folder…', onAction: () => void importFolder() },
        {
          id: 'text',
          label: 'Pasted text…',
          onAction: () => {
            useImports.setState({ isPasting: true });
          },
        },
      ]}
    />
  );
}
