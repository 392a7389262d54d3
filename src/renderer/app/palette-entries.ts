import type { CaseView } from '../../domain/core/case-state.ts';
import { type MeantNumber, numbersMeant } from '../../domain/records/typed-number.ts';
import type { Action } from '../state/actions.ts';
import { searchHistory } from '../state/history-view.ts';
import { useNavigation } from '../state/navigation.ts';
import { useReplicaStore } from '../state/replica.ts';
import type { FoundRecord } from '../state/screen.ts';
import { fold, wordsOf } from '../ui/fold.ts';
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

/** What was typed: its words, and the short numbers that all of it means; what means any is one word. */
interface Typed {
  readonly text: string;
  readonly words: readonly Word[];
  readonly meant: readonly MeantNumber[];
}

interface Word {
  readonly text: string;
  readonly meant: readonly MeantNumber[];
}

/**
 * What matches the words anywhere in its name: actions, and then the records of the screens, but before all else the record
 * of the number that was typed, and then whatever begins with the words. “Undo: Verdict on “NATO left”” must not come before the source that was asked for.
 */
export function paletteEntries(
  typed: string,
  actions: ReadonlyMap<string, Action>,
): PaletteEntry[] {
  const wanted = wordsTyped(typed);
  const { screen } = useNavigation.getState();
  const matching = [...actions.values()]
    .filter((action) => action.screen === undefined || action.screen === screen)
    .filter((action) => matches(wanted, `${action.label} ${action.group}`))
    .map(({ enabled = true, ...action }): PaletteEntry => ({ ...action, enabled }));
  const { replica } = useReplicaStore.getState();
  const view = wanted.words.length === 0 ? undefined : replica?.view;
  const found = view === undefined ? [] : records(view, wanted);
  // Of a case that is still being read, what is missing may be yet to come.
  const lost = view === undefined || replica?.reading !== null ? [] : lostNumbers(view, wanted);
  return [...matching, ...found, ...lost].sort((a, b) => nearness(b, wanted) - nearness(a, wanted));
}

function wordsTyped(typed: string): Typed {
  const meant = numbersMeant(typed);
  const texts = meant.length === 0 ? wordsOf(typed) : [fold(typed.trim())];
  return {
    text: texts.join(' '),
    words: texts.map((text) => ({ text, meant: numbersMeant(text) })),
    meant,
  };
}

function records(view: CaseView, wanted: Typed): PaletteEntry[] {
  return searches.flatMap(({ group, find }) => {
    const found = find(view, (text, number) => matches(wanted, text, number));
    return first(found, wanted).map(({ id, label, number, open }) => ({
      ...{ id, label, group, enabled: true, perform: open },
      ...(number === undefined ? {} : { hint: number }),
    }));
  });
}

// The record of the number that was typed, wherever it stands, and then the first of the others.
function first(found: Iterable<FoundRecord>, { meant }: Typed): FoundRecord[] {
  const called: FoundRecord[] = [];
  const others: FoundRecord[] = [];
  for (const record of found) {
    if (isAmong(meant, record.number)) called.push(record);
    else if (others.length < shown) others.push(record);
    else if (meant.length === 0) break;
  }
  return [...called, ...others].slice(0, shown);
}

// Numbers that were given once and that no record has any more: what became of theirs is told by the history.
function lostNumbers(view: CaseView, { meant }: Typed): PaletteEntry[] {
  return meant
    .filter(({ type, number }) => number <= view.highestNumber(type))
    .filter(({ type, number }) => view.numbered(type, number) === undefined)
    .map(({ name }) => ({
      id: `history/${name}`,
      label: 'No longer in the case: show its changes',
      group: 'History',
      hint: name,
      enabled: true,
      perform: () => {
        searchHistory(name);
      },
    }));
}

// How near an entry is to what was typed: its number, or how it begins.
function nearness({ label, hint }: PaletteEntry, { text, meant }: Typed): number {
  if (isAmong(meant, hint)) return 2;
  return fold(label).startsWith(text) ? 1 : 0;
}

function matches({ words }: Typed, text: string, number?: string): boolean {
  const within = fold(text);
  return words.every((word) => within.includes(word.text) || isAmong(word.meant, number));
}

function isAmong(meant: readonly MeantNumber[], name: string | undefined): boolean {
  return meant.some((number) => number.name === name);
}
