import { type KeyboardEvent, useMemo, useState } from 'react';
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
} from 'react-aria-components';
import { usualKeys } from '../../contract/actions.ts';
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
  const actions = useActions((state) => state.actions);
  const entries = useMemo(() => paletteEntries(typed, actions), [typed, actions]);

  // Who types and presses Enter at once means the first match, even before the list has marked it.
  function handleEnter(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.currentTarget.hasAttribute('aria-activedescendant')) return;
    const first = entries.find((entry) => entry.enabled);
    if (first === undefined) return;
    event.preventDefault();
    perform(first);
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label="What to do or where to go" autoFocus>
        <Input
          className={styles['search'] ?? ''}
          placeholder="What to do, or where to go…"
          onKeyDown={handleEnter}
        />
      </SearchField>
      {/* The list itself never has the focus, so what scrolls is around it. */}
      <div className={styles['list']} role="group" aria-label="All matches" tabIndex={0}>
        <Menu
          className={styles['matches'] ?? ''}
          aria-label="Matches"
          renderEmptyState={() => <p className={styles['empty']}>Nothing is called that.</p>}
        >
          {grouped(entries).map(([group, members]) => (
            <MenuSection key={group}>
              <Header className={styles['heading'] ?? ''}>{group}</Header>
              {members.map((entry) => (
                <PaletteItem key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
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
        perform(entry);
      }}
    >
      {/* No label slot: the name read out is all that stands there, hint and keys as well. */}
      <span className={styles['label']} dir="auto">
        {entry.label}
      </span>
      {entry.hint !== undefined && <span className={styles['hint']}>{entry.hint}</span>}
      {entry.keys !== undefined && <Keys keys={usualKeys(entry.keys)} />}
    </MenuItem>
  );
}

function perform(entry: PaletteEntry): void {
  // The list may answer the key that the field has answered.
  if (useOverlay.getState().shown !== 'palette') return;
  closeOverlay();
  entry.perform();
}

function grouped(entries: readonly PaletteEntry[]): [string, PaletteEntry[]][] {
  return [...Map.groupBy(entries, (entry) => entry.group)];
}
