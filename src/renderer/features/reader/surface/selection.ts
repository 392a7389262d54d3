import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';

/** What is selected, as UTF-16 offsets of the text: where it began and where it goes to. Equal: a caret. */
export interface TextSelection {
  readonly anchor: number;
  readonly focus: number;
}

interface SelectionState {
  readonly selection: TextSelection | null;
  /** Whether the analyst is still dragging. */
  readonly isDragging: boolean;
}

/** The selection in a document; it depends neither on what draws the text nor on how much of it is in the page. */
export type SelectionStore = StoreApi<SelectionState>;

/** Makes the store of one document, with nothing selected. */
export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>(() => ({ selection: null, isDragging: false }));
}

/** The range a selection covers; null for a caret or nothing. */
export function rangeOf(selection: TextSelection | null): Range | null {
  if (selection === null || selection.anchor === selection.focus) return null;
  const { anchor, focus } = selection;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** Selects, unless just that is selected. */
export function setSelection(store: SelectionStore, selection: TextSelection | null): void {
  const { selection: now } = store.getState();
  if (now?.anchor === selection?.anchor && now?.focus === selection?.focus) return;
  store.setState({ selection });
}
