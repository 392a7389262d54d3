import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, use, useMemo, useRef, useState } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import { fold } from './fold.ts';
import list from './list.module.css';

/** One thing to choose; what is typed is looked for in its label and keywords. */
export interface ComboBoxItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Shown under the label: an alias, a path, a kind. */
  readonly hint?: string;
  /** Further words by which it is found. */
  readonly keywords?: readonly string[];
}

/** What typed words call by a short number. */
export interface CalledItems<Id extends string> {
  readonly ids: readonly Id[];
  /** What to say where that is nothing to choose. */
  readonly nothing: string;
  /** Whether the words may as well be a name, so that something may be made of them. */
  readonly mayBeName: boolean;
}

interface ComboBoxProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** All there is to choose from: asked for when the list opens, and as it was then until it closes. */
  readonly items: () => readonly ComboBoxItem<Id>[];
  /** What is chosen now; null shows the placeholder. Leave out where picking adds to a list. */
  readonly selected?: Pick<ComboBoxItem<Id>, 'id' | 'label'> | null;
  readonly onPick: (id: Id) => void;
  /** What is called by a short number that was typed; null for other words. */
  readonly called?: (typed: string) => CalledItems<Id> | null;
  /** Makes something of the words typed, where nothing is called exactly so. */
  readonly onCreate?: (text: string) => void;
  /** What making it is called: "Create the source". */
  readonly createLabel?: string;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** Takes the focus when it is drawn, which opens the list. */
  readonly autoFocus?: boolean;
}

// The id of the entry that creates; no item has it, because items have ids of records or keys of their own.
const creation = 'create';
// Nobody reads through more entries than these; typing finds the others.
const shown = 60;

/**
 * A type-ahead over many items, found by any of their words, with creating in place. Enter takes the one entry that the
 * words can mean (`meantBy`); where there is none, words and list stay. Escape gives back what was chosen before. So
 * does leaving the box, which then says that nothing was chosen.
 */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, isLabelHidden = false, selected = null, onPick, onCreate } = props;
  const [items, setItems] = useState<readonly ComboBoxItem<Id>[]>([]);
  // What is in the box while the list is open; null: the box shows what is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  // react-aria closes the list when its value changes, so a pick sets a value. It is taken away again as soon as the
  // list closes: react-aria would pick a value that stays once more when the box is left.
  const [picked, setPicked] = useState<string | null>(null);
  // What is said below the box of words that were left in it; null for nothing.
  const [left, setLeft] = useState<string | null>(null);
  // Escape and going on to another field both close the list. Only going on is answered in words (`leave`); who presses
  // Escape wants back what was there.
  const isEscaping = useRef(false);
  const text = typed ?? selected?.label ?? '';
  const called = props.called?.(typed ?? '') ?? null;
  const matches = useMemo(
    () => matching(items, typed ?? '', called?.ids ?? []),
    [items, typed, called],
  );
  const offersCreation =
    onCreate !== undefined &&
    called?.mayBeName !== false &&
    typed !== null &&
    typed.trim() !== '' &&
    !items.some((item) => fold(item.label) === fold(typed.trim()));
  const entries = offersCreation
    ? [...matches, { id: creation, label: `${props.createLabel ?? 'Create'} “${typed.trim()}”` }]
    : matches;

  // Says of words that were left in the box that nothing was chosen: the list, which showed it until then, is closing.
  function leave(): void {
    const words = typed?.trim() ?? '';
    if (words === '' || words === selected?.label) return;
    setLeft(
      matches.length === 0
        ? (called?.nothing ?? `Nothing is called “${words}”, and nothing was chosen.`)
        : `“${words}” was typed, but nothing was chosen.`,
    );
  }

  function pick(id: string | number | null): void {
    if (id === null) return;
    if (id === creation && typed !== null) onCreate?.(typed.trim());
    // The list still has the items as they were when it opened, so an item is found even if its record has changed.
    const item = items.find((candidate) => candidate.id === id);
    if (item !== undefined && item.id !== selected?.id) onPick(item.id);
    setTyped(null);
    setPicked(String(id));
  }

  return (
    <AriaComboBox
      className={styles['field'] ?? ''}
      items={entries}
      inputValue={text}
      onInputChange={setTyped}
      onOpenChange={(isOpen) => {
        setItems(isOpen ? props.items() : []);
        if (isOpen) setLeft(null);
        else if (!isEscaping.current) leave();
        isEscaping.current = false;
        if (!isOpen) setTyped(null);
        setPicked(null);
      }}
      value={picked}
      onChange={pick}
      defaultFilter={() => true}
      menuTrigger="manual"
      allowsEmptyCollection
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Group className={styles['box'] ?? ''}>
        <OpeningInput
          placeholder={props.placeholder ?? ''}
          hasWords={typed !== null && typed.trim() !== ''}
          meant={meantBy(typed ?? '', entries, called)}
          onEscape={() => {
            isEscaping.current = true;
          }}
        />
        <Button className={styles['open'] ?? ''}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Group>
      {left !== null && (
        <Text slot="description" role="status" className={styles['description'] ?? ''}>
          {left}
        </Text>
      )}
      <Popover className={list['popover'] ?? ''} offset={4}>
        <ListBox
          className={list['list'] ?? ''}
          renderEmptyState={() => (
            <p className={list['empty']}>{called?.nothing ?? 'Nothing is called that.'}</p>
          )}
        >
          {(item: ComboBoxItem) => (
            <ListBoxItem id={item.id} textValue={item.label} className={list['item'] ?? ''}>
              <Text slot="label">{item.label}</Text>
              {item.hint !== undefined && (
                <Text slot="description" className={list['hint'] ?? ''}>
                  {item.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

interface OpeningInputProps {
  readonly placeholder: string;
  readonly hasWords: boolean;
  /** The only entry that the words can mean, or null. */
  readonly meant: string | null;
  readonly onEscape: () => void;
}

// Opens the list on focus and on typing. Left to itself the list would also open when what is chosen changes from
// elsewhere: by the command that a pick set going, or by undo.
function OpeningInput({ placeholder, hasWords, meant, onEscape }: OpeningInputProps) {
  const state = use(ComboBoxStateContext);
  function open(): void {
    if (state?.isOpen === false) state.open(null, 'manual');
  }
  // Left to itself the box would throw the words away where no entry of the list has the focus.
  function handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && state?.isOpen === true) onEscape();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !hasWords) return;
    if (state?.isOpen !== true || state.selectionManager.focusedKey !== null) return;
    // Not for the form around the box either, which Enter would send.
    event.preventDefault();
    event.stopPropagation();
    if (meant !== null) state.selectionManager.select(meant);
  }
  return (
    <Input
      dir="auto"
      className={styles['input'] ?? ''}
      placeholder={placeholder}
      onFocus={() => {
        // Picking with the mouse gives the focus back, which is no wish to see the list again.
        if (state?.isFocused === false) open();
      }}
      onInput={open}
      onKeyDownCapture={handleKeys}
    />
  );
}

// Those that are called so come first, then those that begin with the words, then those that hold them anywhere.
function matching<I extends ComboBoxItem>(
  items: readonly I[],
  typed: string,
  ids: readonly string[],
): I[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return items.slice(0, shown);
  const called: I[] = [];
  const starting: I[] = [];
  const holding: I[] = [];
  for (const item of items) {
    const names = namesOf(item);
    if (ids.includes(item.id) || names.includes(wanted)) called.push(item);
    else if (names.some((name) => name.startsWith(wanted))) starting.push(item);
    else if (names.some((name) => name.includes(wanted))) holding.push(item);
  }
  return [...called, ...starting, ...holding].slice(0, shown);
}

// Finds what the words can only mean: the one entry that is called exactly so, or else the only entry there is. A number calls
// what has it and what may be made of it, and none that merely holds it.
function meantBy(
  typed: string,
  entries: readonly ComboBoxItem[],
  numbered: CalledItems<string> | null,
): string | null {
  const wanted = fold(typed.trim());
  const called = entries.filter(
    (entry) =>
      namesOf(entry).includes(wanted) ||
      (numbered !== null && [creation, ...numbered.ids].includes(entry.id)),
  );
  const [only, ...others] = called.length > 0 || numbered !== null ? called : entries;
  return only === undefined || others.length > 0 ? null : only.id;
}

function namesOf({ label, keywords = [] }: ComboBoxItem): string[] {
  return [label, ...keywords].map(fold);
}
