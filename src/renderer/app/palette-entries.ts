import type { CaseView } from '../../domain/core/case-state.ts';
import type { Action } from '../state/actions.ts';
import { useNavigation } from '../state/navigation.ts';
import { useReplicaStore } from '../state/replica.ts';
import type { FoundRecord } from '../state/screen.ts';
import { fold } from '../ui/fold.ts';
import { screens } from './screen-list.ts';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly hint?: string;
  readonly keys?: string;
  readonly enabled: boolean;
  readonly perform: () => void;
}

// As many records of a kind as fit without scrolling past the others.
const shown = 8;

const searches = screens
  .flatMap(({ label, search }) => (search === undefined ? [] : [{ ...search, group: label }]))
  .sort((a, b) => a.position - b.position);

/**
 * What matches the words anywhere in its name: actions, and then the records of the screens, but before all else the record
 * of the number that was typed, and then whatever begins with the words. “Undo: Verdict on “NATO left”” must not come before the source that was asked for.
 */
export function paletteEntries(
  typed: string,
  actions: ReadonlyMap<string, Action>,
): PaletteEntry[] {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { screen } = useNavigation.getState();
  const matching = [...actions.values()]
    .filter((action) => action.screen === undefined || action.screen === screen)
    .filter((action) => matches(`${action.label} ${action.group}`, words))
    .map(({ enabled = true, ...action }): PaletteEntry => ({ ...action, enabled }));
  const view = useReplicaStore.getState().replica?.view;
  const found = view === undefined || words.length === 0 ? [] : records(view, words);
  const wanted = words.join(' ');
  return [...matching, ...found].sort((a, b) => nearness(b, wanted) - nearness(a, wanted));
}

function records(view: CaseView, words: readonly string[]): PaletteEntry[] {
  return searches.flatMap(({ group, find }) => {
    const found = find(view, (text) => matches(text, words));
    return first(found, words.join(' ')).map(({ id, label, number, open }) => ({
      ...{ id, label, group, enabled: true, perform: open },
      ...(number === undefined ? {} : { hint: number }),
    }));
  });
}

// The record of the number that was typed, wherever it stands, and then the first of the others.
function first(found: Iterable<FoundRecord>, typed: string): FoundRecord[] {
  const mayBeNumber = /^\p{L}\d+$/u.test(typed);
  const called: FoundRecord[] = [];
  const others: FoundRecord[] = [];
  for (const record of found) {
    if (mayBeNumber && isCalled(record.number, typed)) called.push(record);
    else if (others.length < shown) others.push(record);
    else if (!mayBeNumber) break;
  }
  return [...called, ...others].slice(0, shown);
}

function isCalled(number: string | undefined, typed: string): boolean {
  return number !== undefined && fold(number) === typed;
}

// How near an entry is to what was typed: its number, or how it begins.
function nearness({ label, hint }: PaletteEntry, typed: string): number {
  if (isCalled(hint, typed)) return 2;
  return fold(label).startsWith(typed) ? 1 : 0;
}

function matches(text: string, words: readonly string[]): boolean {
  const within = fold(text);
  return words.every((word) => within.includes(word));
}
