import { create } from 'zustand';
import type { AnyId, DocumentId, HighlightId } from '../../domain/core/ids.ts';

/** The screens of an open case, in the order of the rail. */
export const screens = [
  ...(['documents', 'reader', 'claims', 'sources', 'codebook'] as const),
  ...(['report', 'history'] as const),
] as const;
export type Screen = (typeof screens)[number];

/** Where the reader is to go: a highlight, or a range of the text (UTF-16 units). `at` makes each request a new one. */
export interface Destination {
  readonly highlight: HighlightId | null;
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly at: number;
}

interface NavigationStore {
  readonly screen: Screen;
  /** The document in the reader. */
  readonly document: DocumentId | null;
  readonly destination: Destination | null;
  /** What each screen's inspector shows. */
  readonly selected: Readonly<Partial<Record<Screen, AnyId | null>>>;
}

/** Which screen is on show and what is selected on each; every screen keeps its own place. */
export const useNavigation = create<NavigationStore>(() => ({
  screen: 'documents',
  document: null,
  destination: null,
  selected: {},
}));

/** Shows a screen as it was left. */
export function goTo(screen: Screen): void {
  useNavigation.setState({ screen });
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
    screen: 'reader',
    document,
    destination:
      highlight === null && range === null
        ? null
        : { highlight, range, at: (state.destination?.at ?? 0) + 1 },
    selected: {
      ...state.selected,
      reader: selected ?? (state.document === document ? (state.selected.reader ?? null) : null),
    },
  }));
}

/** Forgets every place, for a case that was just opened. */
export function resetNavigation(): void {
  useNavigation.setState({ screen: 'documents', document: null, destination: null, selected: {} });
}
