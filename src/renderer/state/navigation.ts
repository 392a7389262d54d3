import { create } from 'zustand';
import type { DocumentId } from '../../domain/records/document/record.ts';
import type { HighlightId } from '../../domain/records/highlight/record.ts';
import type { AnyId } from '../../domain/records/registry.ts';

/** The id of a screen, such as `claims`. Which there are is known when the app has said so by {@link nameScreens}. */
export type Screen = string;

/** Where the reader is to go: a highlight, or a range of the text (UTF-16 units). `at` makes each request a new one. */
export interface Destination {
  readonly highlight: HighlightId | null;
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly at: number;
}

interface NavigationStore {
  /** Every screen there is; a case begins with the first. */
  readonly screens: readonly Screen[];
  /** The one on show. */
  readonly screen: Screen;
  /** The document in the reader. */
  readonly document: DocumentId | null;
  readonly destination: Destination | null;
  /** What each screen's inspector shows. */
  readonly selected: Readonly<Partial<Record<Screen, AnyId | null>>>;
}

/** Which screen is on show and what is selected on each; every screen keeps its own place. */
export const useNavigation = create<NavigationStore>(() => ({
  screens: [],
  screen: '',
  document: null,
  destination: null,
  selected: {},
}));

/** Says which screens there are, in their order, and shows the first. */
export function nameScreens(screens: readonly Screen[]): void {
  useNavigation.setState({ screens });
  resetNavigation();
}

/** Shows a screen as it was left. Where the app has no such screen, the one on show stays. */
export function goTo(screen: Screen): void {
  useNavigation.setState((state) => shown(state, screen));
}

function shown({ screens, screen }: NavigationStore, wanted: Screen): { screen: Screen } {
  return { screen: screens.includes(wanted) ? wanted : screen };
}

/** Selects a record on a screen, so that its inspector shows it; null for nothing. */
export function select(screen: Screen, id: AnyId | null): void {
  useNavigation.setState(({ selected }) => ({ selected: { ...selected, [screen]: id } }));
}

/** What is selected on a screen. */
export function useSelected(screen: Screen): AnyId | null {
  return useNavigation(({ selected }) => selected[screen] ?? null);
}

/** Opens a document in the reader, scrolled to a highlight or a range and with `selected` in the inspector. */
export function openReader(
  document: DocumentId,
  place: { highlight?: HighlightId; range?: { start: number; end: number }; selected?: AnyId } = {},
): void {
  const { highlight = null, range = null, selected = highlight } = place;
  useNavigation.setState((state) => ({
    ...shown(state, 'reader'),
    document,
    destination:
      highlight === null && range === null
        ? null
        : { highlight, range, at: (state.destination?.at ?? 0) + 1 },
    selected: {
      ...state.selected,
      // What was selected in this document stays selected; in another it means nothing.
      reader: selected ?? (state.document === document ? (state.selected['reader'] ?? null) : null),
    },
  }));
}

/** Forgets every place, for a case that was just opened. */
export function resetNavigation(): void {
  useNavigation.setState(({ screens: [screen = ''] }) => ({
    screen,
    document: null,
    destination: null,
    selected: {},
  }));
}
