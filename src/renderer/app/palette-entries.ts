import type { CaseView } from '../../domain/core/case-state.ts';
import type { Action } from '../state/actions.ts';
import { goTo, openReader, select, useNavigation } from '../state/navigation.ts';
import { useReplicaStore } from '../state/replica.ts';
import { fold } from '../ui/fold.ts';

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

/**
 * What matches the words anywhere in its name: actions, documents, sources and claims, in this order, but whatever begins with
 * the words before all else. “Undo: Verdict on “NATO left”” must not come before the source that was asked for.
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
  const documents = first(view.all('document'), ({ title }) => matches(title, words)).map(
    (document) => ({
      id: document.id,
      label: document.title,
      group: 'Documents',
      enabled: true,
      perform: () => {
        openReader(document.id);
      },
    }),
  );
  const sources = first(view.all('source'), ({ name, aliases }) =>
    matches([name, ...aliases].join(' '), words),
  ).map((source) => ({
    id: source.id,
    label: source.name,
    group: 'Sources',
    enabled: true,
    perform: () => {
      select('sources', source.id);
      goTo('sources');
    },
  }));
  const claims = first(view.all('claim'), ({ statement }) => matches(statement, words)).map(
    (claim) => ({
      id: claim.id,
      label: claim.statement,
      group: 'Claims',
      enabled: true,
      perform: () => {
        const [highlight] = claim.highlights;
        openReader(claim.document, {
          selected: claim.id,
          ...(highlight === undefined ? {} : { highlight }),
        });
      },
    }),
  );
  return [...documents, ...sources, ...claims];
}

function first<T>(records: Iterable<T>, isWanted: (record: T) => boolean): T[] {
  const found: T[] = [];
  for (const record of records) {
    if (!isWanted(record)) continue;
    found.push(record);
    if (found.length === shown) break;
  }
  return found;
}

function begins(label: string, words: readonly string[]): boolean {
  return fold(label).startsWith(words.join(' '));
}

function matches(text: string, words: readonly string[]): boolean {
  const within = fold(text);
  return words.every((word) => within.includes(word));
}
