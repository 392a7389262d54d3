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
 * What matches the words anywhere in its name: actions, and then the records of the screens, but whatever begins with the
 * words before all else. “Undo: Verdict on “NATO left”” must not come before the source that was asked for.
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
  return [...matching, ...found].sort(
    (a, b) => Number(begins(b.label, words)) - Number(begins(a.label, words)),
  );
}

function records(view: CaseView, words: readonly string[]): PaletteEntry[] {
  return searches.flatMap(({ group, find }) => {
    const found = find(view, (text) => matches(text, words));
    return first(found).map(({ id, label, open }) => ({
      ...{ id, label, group, enabled: true, perform: open },
    }));
  });
}

function first(found: Iterable<FoundRecord>): FoundRecord[] {
  const taken: FoundRecord[] = [];
  for (const record of found) {
    taken.push(record);
    if (taken.length === shown) break;
  }
  return taken;
}

function begins(label: string, words: readonly string[]): boolean {
  return fold(label).startsWith(words.join(' '));
}

function matches(text: string, words: readonly string[]): boolean {
  const within = fold(text);
  return words.every((word) => within.includes(word));
}
