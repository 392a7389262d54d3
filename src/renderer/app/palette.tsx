import { useDeferredValue, useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import { useActions } from '../state/actions.ts';
import { Keys } from '../ui/keys.tsx';
import { closeOverlay, useOverlay } from './overlays.ts';
import { type PaletteEntry, paletteEntries } from './palette-entries.ts';
import styles from './palette.module.css';

/** Everything that can be done and every record, by a few letters of its name. */
export function Palette() {
  const isOpen = useOverlay(({ shown }) => shown === 'palette');
  return (
    <ModalOverlay
      className={styles['veil'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
      isDismissable
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''} aria-label="Command palette">
          <PaletteSearch />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteSearch() {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const actions = useActions((state) => state.actions);
  const groups = useMemo(() => grouped(paletteEntries(wanted, actions)), [wanted, actions]);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label="What to do or where to go" autoFocus>
        <Input className={styles['search'] ?? ''} placeholder="What to do, or where to go…" />
      </SearchField>
      <Menu
        className={styles['list'] ?? ''}
        aria-label="Matches"
        renderEmptyState={() => <p className={styles['empty']}>Nothing is called that.</p>}
      >
        {groups.map(([group, entries]) => (
          <MenuSection key={group}>
            <Header className={styles['heading'] ?? ''}>{group}</Header>
            {entries.map((entry) => (
              <PaletteItem key={entry.id} entry={entry} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

function PaletteItem({ entry }: { entry: PaletteEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={!entry.enabled}
      className={styles['item'] ?? ''}
      onAction={() => {
        closeOverlay();
        entry.perform();
      }}
    >
      <Text slot="label" className={styles['label'] ?? ''} dir="auto">
        {entry.label}
      </Text>
      {entry.hint !== undefined && <span className={styles['hint']}>{entry.hint}</span>}
      {entry.keys !== undefined && <Keys keys={entry.keys.split(' / ')[0] ?? ''} />}
    </MenuItem>
  );
}

function grouped(entries: readonly PaletteEntry[]): [string, PaletteEntry[]][] {
  return [...Map.groupBy(entries, (entry) => entry.group)];
}
