import { useEffect } from 'react';
import { create } from 'zustand';
import type { Screen } from './navigation.ts';

/** Something the analyst can do now: shown in the palette and the keyboard map, and done by its key. */
export interface Action {
  /** Stable name: `reader/highlight`. */
  readonly id: string;
  readonly label: string;
  /** Heading in the palette and the keyboard map. */
  readonly group: string;
  /**
   * Keys as shown: "Ctrl+K", "H", "G D" (one after the other). Single letters do nothing while the focus is in a
   * text field. Several for the same action are separated by " / ".
   */
  readonly keys?: string;
  /** The screen it belongs to; undefined: everywhere. */
  readonly screen?: Screen;
  readonly enabled?: boolean;
  readonly perform: () => void;
}

interface ActionStore {
  readonly actions: ReadonlyMap<string, Action>;
}

/** Everything that can be done now; `app/` draws the palette from it and listens for its keys. */
export const useActions = create<ActionStore>(() => ({ actions: new Map() }));

/** Offers actions while the component is on show. Pass a memoised array: the list is compared by identity. */
export function useOffer(actions: readonly Action[]): void {
  useEffect(() => {
    useActions.setState((state) => {
      const offered = new Map(state.actions);
      for (const action of actions) offered.set(action.id, action);
      return { actions: offered };
    });
    return () => {
      useActions.setState((state) => {
        const offered = new Map(state.actions);
        for (const action of actions) {
          // Another component may offer the same action by now, such as the screen that comes as this one goes.
          if (offered.get(action.id) === action) offered.delete(action.id);
        }
        return { actions: offered };
      });
    };
  }, [actions]);
}
