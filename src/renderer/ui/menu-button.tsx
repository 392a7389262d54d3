import type { LucideIcon } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { Button, type ButtonKind, IconButton } from './button.tsx';
import list from './list.module.css';

/** One entry of a menu, or the line between two groups. */
export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly keys?: string;
      readonly isDanger?: boolean;
      readonly isDisabled?: boolean;
      readonly onAction: () => void;
    }
  | 'separator';

interface MenuButtonProps {
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Show the label as words; otherwise only the icon is shown. */
  readonly hasText?: boolean;
  readonly kind?: ButtonKind;
  readonly entries: readonly MenuEntry[];
  readonly isDisabled?: boolean;
}

/** A button that opens a menu. */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, hasText = false, kind = 'plain', entries, isDisabled = false } = props;
  return (
    <MenuTrigger>
      {hasText || icon === undefined ? (
        <Button kind={kind} isDisabled={isDisabled} {...(icon === undefined ? {} : { icon })}>
          {label}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} isDisabled={isDisabled} />
      )}
      <Popover className={list['popover'] ?? ''} offset={4}>
        <MenuEntries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

/** The entries of a menu, for menus that something other than a button opens; such a menu is told how to close. */
export function MenuEntries(props: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose?: () => void;
}) {
  const { label, entries, onClose } = props;
  return (
    <Menu
      className={list['list'] ?? ''}
      aria-label={label}
      // A button gives the focus to its menu by itself; a menu that something else opened has to take it.
      autoFocus={onClose === undefined ? false : 'first'}
      {...(onClose === undefined ? {} : { onClose })}
    >
      {entries.map((entry, index) =>
        entry === 'separator' ? (
          <Separator key={`separator-${index}`} className={list['separator'] ?? ''} />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            isDisabled={entry.isDisabled ?? false}
            onAction={entry.onAction}
            className={`${list['item'] ?? ''} ${entry.isDanger === true ? (list['danger'] ?? '') : ''}`}
          >
            {entry.keys === undefined ? (
              <Text slot="label">{entry.label}</Text>
            ) : (
              // Without a label slot the whole entry is its name, the key as well.
              <>
                <span>{entry.label} </span>
                <kbd className={list['keys']}>{entry.keys}</kbd>
              </>
            )}
          </MenuItem>
        ),
      )}
    </Menu>
  );
}
