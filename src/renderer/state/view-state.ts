import { useCallback } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ViewState } from '../../contract/view-state.ts';
import { invoke } from './bridge.ts';

interface ViewStateStore {
  readonly values: ViewState;
}

const useStore = create<ViewStateStore>(() => ({ values: {} }));
// What was remembered since the last save, by key. Screens change often, such as whenever scrolling stops, so changes
// are written together.
let unsaved: ViewState = {};
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Starts with what the main process remembers of the case that was just opened, or with nothing where it was closed. What
 * was not saved of the case before stays unsaved: the main process would take it for something of this one.
 */
export function replaceViewState(values: ViewState): void {
  takeUnsaved();
  useStore.setState({ values });
}

/** Remembers how a screen of this case was left; written to disk shortly after. */
export function rememberView(key: string, value: ViewState[string]): void {
  useStore.setState(({ values }) => ({ values: { ...values, [key]: value } }));
  unsaved[key] = value;
  clearTimeout(timer);
  // Milliseconds after the last of several changes.
  timer = setTimeout(() => void saveViewState(), 300);
}

/** Writes down at once what is remembered and not yet saved. */
export async function saveViewState(): Promise<void> {
  const changes = takeUnsaved();
  if (Object.keys(changes).length > 0) await invoke('view/change', { changes });
}

function takeUnsaved(): ViewState {
  const changes = unsaved;
  unsaved = {};
  return changes;
}

/**
 * A piece of view state that is remembered per case, and the function that changes it. What was remembered in a shape
 * the schema no longer knows is replaced by the initial value.
 */
export function useViewState<T extends ViewState[string]>(
  key: string,
  schema: z.ZodType<T>,
  initial: T,
): [T, (value: T) => void] {
  const stored = useStore(({ values }) => values[key]);
  const parsed = stored === undefined ? undefined : schema.safeParse(stored);
  const change = useCallback(
    (value: T) => {
      rememberView(key, value);
    },
    [key],
  );
  return [parsed?.success === true ? parsed.data : initial, change];
}

/** What follows a prefix in the keys that are remembered as true: `read/` gives the documents that were read. */
export function useRemembered(prefix: string): readonly string[] {
  return useStore(
    useShallow(({ values }) =>
      Object.entries(values).flatMap(([key, value]) =>
        value === true && key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
      ),
    ),
  );
}
